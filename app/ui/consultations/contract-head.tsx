// The head of each page of a contract, with the way back to it.
import type { ReactNode } from 'react';
import { PageHead } from '../parts';

export function ContractHead({
  title,
  contract,
  children,
}: {
  title: string;
  contract: { readonly id: string; readonly number: string; readonly title: string };
  children?: ReactNode;
}) {
  return (
    <PageHead
      title={title}
      crumbs={[
        { to: '/contrats', label: 'Contrats' },
        { to: `/contrats/${contract.id}`, label: `Contrat ${contract.number}` },
      ]}
    >
      {children ?? contract.title}
    </PageHead>
  );
}
