// What came of an aided project, as it is printed.
import { type IndicatorResult, resultStateLabels } from '~/domain/grants/award-results';

export function ResultsShown({
  of,
}: {
  of: {
    readonly indicators: readonly IndicatorResult[];
    readonly worked: string;
    readonly didNotWork: string;
    readonly next: string;
    readonly told: string;
  };
}) {
  return (
    <section className="stack">
      {of.indicators.length > 0 && (
        <table className="cards">
          <caption>Indicateurs</caption>
          <thead>
            <tr>
              <th scope="col">Annoncé</th>
              <th scope="col">Résultat</th>
              <th scope="col">Observé</th>
            </tr>
          </thead>
          <tbody>
            {of.indicators.map((one) => (
              <tr key={one.indicator}>
                <th scope="row">{one.indicator}</th>
                <td data-label="Résultat">{resultStateLabels[one.state]}</td>
                <td data-label="Observé">{one.observed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>Ce qui a marché</h2>
      <p>{of.worked}</p>
      <h2>Ce qui n’a pas marché</h2>
      <p>{of.didNotWork}</p>
      {of.next !== '' && (
        <>
          <h2>Et ensuite</h2>
          <p>{of.next}</p>
        </>
      )}
      <p>
        <small>{of.told}</small>
      </p>
    </section>
  );
}
