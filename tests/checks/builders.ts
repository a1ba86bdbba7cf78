// Answers of a rule to flat facts, as the cases write them.
export { answerExample as answer } from '~/domain/checks/case-faults';
