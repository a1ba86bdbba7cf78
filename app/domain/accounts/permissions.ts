// Roles, what each may do, and the scope of data a person sees: the one place that says who may use what.

export type Role =
  | 'secretary'
  | 'communeFinance'
  | 'electedApprover'
  | 'syndicatBuyer'
  | 'syndicatFinance'
  | 'adviser'
  | 'administrator';

export const roleLabels: Readonly<Record<Role, string>> = {
  secretary: 'Secrétaire de mairie',
  communeFinance: 'Finances de la commune',
  electedApprover: 'Élu valideur',
  syndicatBuyer: 'Acheteur du syndicat',
  syndicatFinance: 'Finances du syndicat',
  adviser: 'Conseiller pédagogique',
  administrator: 'Administrateur',
};

/** Roles held by people of a commune; the others belong to the syndicat or work with it. */
export const communeRoles: readonly Role[] = ['secretary', 'communeFinance', 'electedApprover'];

const everyone: readonly Role[] = [
  'secretary',
  'communeFinance',
  'electedApprover',
  'syndicatBuyer',
  'syndicatFinance',
  'adviser',
  'administrator',
];

/** Each permission and the roles that hold it. A loader or action names exactly one of them. */
export const permissions = {
  'account.use': everyone,
  'catalogue.read': everyone,
  'accordCadre.read': everyone,
  'priceSchedule.import': ['syndicatBuyer'],
  'cart.fill': ['secretary'],
  'order.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'syndicatFinance'],
  'order.submit': ['secretary'],
  'order.approve': ['electedApprover'],
  'order.accept': ['syndicatBuyer'],
  'order.reference': ['secretary', 'communeFinance'],
  'order.issue': ['syndicatBuyer'],
  'order.attest': ['secretary', 'communeFinance'],
  'order.invoice': ['syndicatFinance'],
  'order.cancel': ['secretary', 'electedApprover', 'syndicatBuyer'],
  'finance.read': ['communeFinance', 'syndicatFinance'],
  'school.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'adviser'],
  'school.declare': ['secretary'],
  'organisation.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'syndicatFinance'],
  'organisation.edit': ['secretary', 'communeFinance'],
  'convention.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'syndicatFinance'],
  'convention.run': ['syndicatBuyer'],
  'check.read': everyone,
  'rule.read': everyone,
  'rule.decide': ['syndicatBuyer', 'administrator'],
  'reservation.read': ['syndicatBuyer', 'adviser'],
  'reservation.reply': ['secretary', 'syndicatBuyer'],
  'reservation.close': ['syndicatBuyer'],
  'year.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'syndicatFinance'],
  'year.declare': ['secretary', 'communeFinance', 'syndicatBuyer', 'syndicatFinance'],
  'campaign.read': ['secretary', 'electedApprover', 'syndicatBuyer'],
  'campaign.answer': ['secretary', 'syndicatBuyer'],
  'campaign.sheet': ['secretary', 'syndicatBuyer'],
  'campaign.sign': ['secretary', 'electedApprover', 'syndicatBuyer'],
  'campaign.run': ['syndicatBuyer'],
  'deadline.read': everyone,
  'deadline.record': ['syndicatBuyer'],
  'consultation.read': ['syndicatBuyer', 'syndicatFinance', 'adviser'],
  'consultation.evaluate': ['syndicatBuyer', 'adviser'],
  'consultation.run': ['syndicatBuyer'],
  'contract.read': ['syndicatBuyer', 'syndicatFinance', 'adviser'],
  'contract.run': ['syndicatBuyer'],
  'grant.read': ['secretary', 'communeFinance', 'electedApprover', 'syndicatBuyer', 'adviser', 'administrator'],
  'grant.oversee': ['syndicatBuyer', 'adviser', 'administrator'],
  'grant.answer': ['secretary', 'syndicatBuyer', 'adviser'],
  'grant.follow': ['secretary', 'communeFinance'],
  'grant.release': ['secretary', 'electedApprover'],
  'scheme.read': ['syndicatBuyer', 'syndicatFinance', 'adviser', 'administrator'],
  'scheme.edit': ['administrator'],
  'grant.write': ['secretary'],
  'grant.advise': ['adviser'],
  'grant.sign': ['electedApprover'],
  'grant.group': ['secretary', 'syndicatBuyer', 'adviser'],
  'record.read': ['administrator'],
  'account.manage': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Permission = keyof typeof permissions;

/** Whether one of the roles holds the permission. */
export function isAllowed(roles: readonly Role[], permission: Permission): boolean {
  const holders: readonly Role[] = permissions[permission];
  return roles.some((role) => holders.includes(role));
}

/** Whose data a person sees: one commune's, or every member's for the syndicat and its advisers. */
export type Scope = { readonly kind: 'commune'; readonly communeId: string } | { readonly kind: 'syndicat' };

export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organisationId: string;
  readonly organisationName: string;
  readonly scope: Scope;
}
