import { itKeepsItsNames } from '../support/names';

itKeepsItsNames('Bleemeo');
