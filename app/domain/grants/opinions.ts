// Words for what the school, the adviser and the elected official add to a grant file.

export type Opinion = 'favorable' | 'withReservations' | 'unfavorable';

export const opinions: readonly Opinion[] = ['favorable', 'withReservations', 'unfavorable'];

export const opinionLabels: Readonly<Record<Opinion, string>> = {
  favorable: 'Favorable',
  withReservations: 'Favorable avec réserves',
  unfavorable: 'Défavorable',
};

/** Sections that a school writes by its link, and no other. */
export const schoolSections: readonly string[] = ['startingPoint', 'pedagogy'];

/** Days during which the school's link opens. */
export const schoolLinkDays = 30;
