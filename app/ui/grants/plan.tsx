// The financing plan as it stands: amount on each basis, resources, alerts with their article, FCTVA apart.
import type { Cents } from '~/domain/shared/money';
import { Amount, Badge, Facts, Notice } from '../parts';

export interface ShownPlan {
  readonly bases: readonly {
    readonly label: string;
    readonly chosen: boolean;
    readonly cost: Cents;
    readonly eligible: Cents;
    readonly grant: Cents | null;
    readonly steps: readonly string[];
  }[];
  readonly resources: readonly {
    readonly id: string;
    readonly label: string;
    readonly state: string;
    readonly share: string;
    readonly amount: Cents;
  }[];
  readonly total: { readonly label: string; readonly cost: Cents } | null;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly alerts: readonly {
    readonly text: string;
    readonly article: string | null;
    readonly severity: 'breach' | 'verify';
  }[];
}

function Bases({ of }: { of: ShownPlan['bases'] }) {
  return (
    <div className="table-scroll">
      <table className="cards">
        <caption>Aide de l’appel</caption>
        <thead>
          <tr>
            <th scope="col">Assiette</th>
            <th scope="col" className="amount">
              Coût
            </th>
            <th scope="col" className="amount">
              Éligible
            </th>
            <th scope="col" className="amount">
              Aide
            </th>
          </tr>
        </thead>
        <tbody>
          {of.map((basis) => (
            <tr key={basis.label}>
              <th scope="row">
                {basis.label} {basis.chosen && <Badge tone="accent">retenue</Badge>}
                {basis.steps.map((step) => (
                  <div key={step}>
                    <small>{step}</small>
                  </div>
                ))}
              </th>
              <td data-label="Coût" className="amount">
                <Amount of={basis.cost} />
              </td>
              <td data-label="Éligible" className="amount">
                <Amount of={basis.eligible} />
              </td>
              <td data-label="Aide" className="amount strong">
                {basis.grant === null ? 'inconnue' : <Amount of={basis.grant} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Plan({ of }: { of: ShownPlan }) {
  return (
    <section id="plan">
      <h2>Plan de financement</h2>
      <Bases of={of.bases} />
      {of.total && (
        <div className="table-scroll">
          <table className="cards">
            <caption>Ressources ({of.total.label})</caption>
            <thead>
              <tr>
                <th scope="col">Financeur</th>
                <th scope="col">État</th>
                <th scope="col" className="amount">
                  Part
                </th>
                <th scope="col" className="amount">
                  Montant
                </th>
              </tr>
            </thead>
            <tbody>
              {of.resources.map((resource) => (
                <tr key={resource.id}>
                  <th scope="row">{resource.label}</th>
                  <td data-label="État">{resource.state}</td>
                  <td data-label="Part" className="amount">
                    {resource.share}
                  </td>
                  <td data-label="Montant" className="amount">
                    <Amount of={resource.amount} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Total, égal au coût</th>
                <td />
                <td />
                <td className="amount">
                  <Amount of={of.total.cost} />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {of.alerts.map((alert) => (
        <Notice
          key={alert.text}
          tone={alert.severity === 'breach' ? 'bad' : 'unknown'}
          title={alert.severity === 'breach' ? 'À corriger' : 'À vérifier'}
        >
          <p>
            {alert.text} {alert.article !== null && <small>({alert.article})</small>}
          </p>
        </Notice>
      ))}
      {of.facts.length > 0 && <Facts entries={of.facts} />}
    </section>
  );
}
