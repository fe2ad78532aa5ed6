import { itKeepsItsNames } from '../support/names';

itKeepsItsNames('PagerDuty');
