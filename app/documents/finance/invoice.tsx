// The invoice by which the syndicat bills a commune: the mentions of D2192-2, as an archival PDF (PDF/A-3b).
import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import type { Day } from '~/domain/shared/day';
import { formatCents, formatCount, formatDay, formatRate, formatUnitPrice } from '~/domain/shared/format';
import { tidied } from '../pdf/lines';
import type { DocumentLine, InvoiceFacts, Party } from './facts';
import { registerFonts, styles } from './invoice-style';
import { notGiven, partyLines, totalEntries } from './wording';

interface LineColumn {
  readonly label: string;
  /** Points; the description takes what is left. */
  readonly width?: number;
  readonly right?: boolean;
  readonly value: (line: DocumentLine) => string;
}

function lineColumns(lines: readonly DocumentLine[]): LineColumn[] {
  const bears = lines.some((line) => line.unitEcoContributionNet !== null);
  const eco = (line: DocumentLine) =>
    line.unitEcoContributionNet === null ? '' : formatUnitPrice(line.unitEcoContributionNet);
  return [
    { label: 'N°', width: 22, right: true, value: (line) => String(line.number) },
    { label: 'Référence', width: 60, value: (line) => line.reference },
    { label: 'Désignation', value: (line) => line.label },
    { label: 'Quantité', width: 44, right: true, value: (line) => formatCount(line.quantity) },
    { label: 'PU HT', width: 56, right: true, value: (line) => formatUnitPrice(line.unitPriceNet) },
    ...(bears ? [{ label: 'Éco-contr. unit. HT', width: 48, right: true, value: eco }] : []),
    { label: 'TVA', width: 33, right: true, value: (line) => formatRate(line.vatRate) },
    { label: 'Montant HT', width: 66, right: true, value: (line) => formatCents(line.net) },
  ];
}

function Row({
  texts,
  columns,
  header,
}: {
  texts: readonly string[];
  columns: readonly LineColumn[];
  header?: boolean;
}) {
  return (
    <View style={header ? [styles.row, styles.header] : styles.row} wrap={false} fixed={header ?? false}>
      {columns.map((column, index) => (
        <Text
          key={column.label}
          style={[
            styles.cell,
            column.width === undefined ? { flex: 1 } : { width: column.width },
            column.right ? styles.right : {},
          ]}
        >
          {tidied(texts[index] ?? '')}
        </Text>
      ))}
    </View>
  );
}

function Panel({ title, party, more }: { title: string; party: Party; more?: string | null }) {
  return (
    <View style={styles.panel}>
      <Text style={styles.small}>{title}</Text>
      <Text style={styles.bold}>{tidied(party.name)}</Text>
      {[...partyLines(party), ...(more ? [more] : [])].map((line) => (
        <Text key={line}>{tidied(line)}</Text>
      ))}
    </View>
  );
}

function Facts({ entries }: { entries: readonly (readonly [string, string | null])[] }) {
  return (
    <>
      {entries.map(([label, value]) => (
        <View key={label} style={styles.fact} wrap={false}>
          <Text style={styles.factLabel}>{label}</Text>
          <Text style={styles.factValue}>{tidied(value ?? notGiven)}</Text>
        </View>
      ))}
    </>
  );
}

function Totals({ facts }: { facts: InvoiceFacts }) {
  const deducted = facts.deductions.map(({ label, gross }) => ({
    label: `À déduire : ${label}`,
    value: formatCents(gross),
  }));
  const due = facts.kind === 'invoice' ? 'Net à payer' : 'Montant de l’avoir';
  const entries = [
    ...totalEntries(facts.totals).map(({ label, value }) => ({ label, value, strong: false })),
    ...deducted.map((entry) => ({ ...entry, strong: false })),
    { label: due, value: formatCents(facts.payableGross), strong: true },
  ];
  return (
    <View style={styles.totals} wrap={false}>
      {entries.map(({ label, value, strong }) => (
        <View key={label} style={strong ? [styles.total, styles.strong] : styles.total}>
          <Text>{tidied(label)}</Text>
          <Text>{value}</Text>
        </View>
      ))}
    </View>
  );
}

function Payment({ facts }: { facts: InvoiceFacts }) {
  const { payment } = facts;
  const term = `${payment.termDays} jours à compter de la réception de la demande de paiement (code de la commande publique, article R2192-10)`;
  const account: (readonly [string, string])[] = [
    ...(payment.iban === null ? [] : [['IBAN', payment.iban] as const]),
    ...(payment.bic === null ? [] : [['BIC', payment.bic] as const]),
  ];
  return (
    <>
      <Text style={styles.section} minPresenceAhead={60}>
        Règlement
      </Text>
      <Facts entries={[['Délai de paiement', term], ['Mode de règlement', payment.means], ...account]} />
      {payment.lateInterest === null ? null : <Text style={{ marginTop: 4 }}>{tidied(payment.lateInterest)}</Text>}
      {facts.totals.ecoContributionNet === 0 ? null : (
        <Text style={{ marginTop: 4 }}>
          L’éco-contribution est facturée à part, en sus du prix unitaire et sans remise (code de l’environnement,
          article L541-10-20).
        </Text>
      )}
      {facts.notes.map((note) => (
        <Text key={note} style={{ marginTop: 4 }}>
          {tidied(note)}
        </Text>
      ))}
    </>
  );
}

function Invoice({ facts, title, day }: { facts: InvoiceFacts; title: string; day: Day }) {
  const columns = lineColumns(facts.lines);
  const noon = new Date(`${day}T12:00:00Z`);
  const metadata = { author: facts.issuer.name.replace(/&/g, 'et').replace(/[<>]/g, ''), subject: facts.orderNumber };
  return (
    <Document
      title={title}
      {...metadata}
      creator="Préau"
      producer="Préau (react-pdf)"
      language="fr-FR"
      conformance="PDF/A-3b"
      pdfVersion="1.7"
      creationDate={noon}
      modificationDate={noon}
    >
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <Text style={styles.issuer}>{tidied(facts.issuer.name)}</Text>
          <View style={{ alignItems: 'flex-end' }}>
            <Text style={[styles.bold, styles.right]}>{facts.number}</Text>
            <Text style={[styles.small, styles.right]}>{formatDay(facts.issuedOn)}</Text>
          </View>
        </View>
        <Text style={styles.title}>{title}</Text>
        {facts.corrects === null ? null : (
          <Text style={styles.muted}>{`Rectifie la facture n° ${facts.corrects}`}</Text>
        )}
        {facts.mention === null ? null : (
          <View style={styles.mention}>
            <Text>{tidied(facts.mention)}</Text>
          </View>
        )}
        <View style={styles.panels}>
          <Panel
            title="Émetteur"
            party={facts.issuer}
            more={facts.issuer.vatNumber && `TVA ${facts.issuer.vatNumber}`}
          />
          <Panel title="Client" party={facts.customer} />
        </View>
        <Text style={styles.section}>Références</Text>
        <Facts
          entries={[
            ['Date d’émission', formatDay(facts.issuedOn)],
            ['Bon de commande', facts.orderNumber],
            ...(facts.accordCadreNumber === null ? [] : [['Accord-cadre', facts.accordCadreNumber] as const]),
            ['Code service', facts.serviceCode],
            ['Numéro d’engagement', facts.commitmentNumber],
            ['Date de livraison', formatDay(facts.deliveredOn)],
            ['Lieu de livraison', facts.deliveryPlaces.join(' ; ')],
          ]}
        />
        <Text style={styles.section} minPresenceAhead={80}>
          Détail
        </Text>
        <View>
          <Row header texts={columns.map((column) => column.label)} columns={columns} />
          {facts.lines.map((line) => (
            <Row key={line.number} texts={columns.map((column) => column.value(line))} columns={columns} />
          ))}
        </View>
        <Totals facts={facts} />
        <Payment facts={facts} />
        <Text style={styles.footer} fixed>
          {[facts.number, facts.mention]
            .filter((text) => text !== null)
            .map(tidied)
            .join(' \u2013 ')}
        </Text>
        <Text
          style={styles.pageNumber}
          fixed
          render={({ pageNumber, totalPages }) => `page ${pageNumber} / ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

/** The PDF of an invoice or a credit note. Only `issuedOn` dates it. Meant for one to three pages. */
export async function renderInvoice(facts: InvoiceFacts): Promise<Uint8Array> {
  await registerFonts();
  const title = `${facts.kind === 'invoice' ? 'Facture' : 'Avoir'} n°\u00a0${facts.number}`;
  return new Uint8Array(await renderToBuffer(<Invoice facts={facts} title={title} day={facts.issuedOn} />));
}
