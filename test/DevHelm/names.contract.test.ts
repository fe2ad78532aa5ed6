import { itKeepsItsNames } from '../support/names';

itKeepsItsNames('DevHelm');
