// Changes to a contract in force: the case invoked, its limit, and every reason against it.
export type AmendmentKind = 'clause' | 'additional' | 'unforeseen' | 'holder' | 'notSubstantial' | 'low';
