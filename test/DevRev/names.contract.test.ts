import { itKeepsItsNames } from '../support/names';

itKeepsItsNames('DevRev');
