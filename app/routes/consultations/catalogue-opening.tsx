// Opens the catalogue of a notified contract in one step, after showing line by line what it will hold.
import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { categories, isCategoryCode } from 'catalog/products/categories';
import { write } from 'db/client';
import { isAllowed } from '~/domain/accounts/permissions';
import { openingRefusals } from '~/domain/consultations/catalogue-opening';
import { problemSentence } from '~/domain/products/schedule-sentences';
import { formatRate, formatUnitPrice } from '~/domain/shared/format';
import { vatRatesInForce } from '~/imports/price-schedule-vocabulary';
import { CatalogueOpening } from '~/ui/consultations/catalogue-opening';
import { ContractHead } from '~/ui/consultations/contract-head';
import { OpeningLines } from '~/ui/consultations/opening-lines';
import { readForm, refused, typedOf } from '../form.server';
import { reader, redirectSaying, writer } from '../guard.server';
import { openCatalogue, openingOf } from './catalogue-opening.server';
import { openingSchema, readBlanks, readCeilings } from './catalogue-opening-form.server';
import { contractOf } from './contract.server';

export const meta: MetaFunction = () => [{ title: 'Ouvrir le catalogue – Préau' }];

export const loader = reader('contract.read', ({ db, user, params, url }) => {
  const whole = contractOf(db, params['id']);
  const { contract, holder } = whole;
  const blanks = readBlanks(url.searchParams);
  const opening = openingOf(db, whole, blanks);
  return {
    id: contract.id,
    number: contract.number,
    title: contract.title,
    holder: holder.name,
    notifiedOn: contract.notifiedOn,
    endsOn: contract.endsOn,
    opened: contract.lotId !== null,
    accordCadreId: whole.accordCadreId,
    maximumNet: whole.maximumNet,
    fileName: opening.offer.fileName,
    sha256: opening.offer.sha256,
    digest: opening.digest,
    blanks,
    vatRates: vatRatesInForce.map((rate) => ({ value: String(rate), label: formatRate(rate) })),
    lines: opening.decisions.map(({ kind, line, problems, ...decision }) => ({
      refused: kind !== 'created',
      number: line.reference ?? '',
      label: line.label ?? '',
      model: line.model,
      category: line.category !== null && isCategoryCode(line.category) ? categories[line.category].label : 'inconnue',
      price: line.unitPriceNet === null ? null : formatUnitPrice(line.unitPriceNet),
      vatRate: 'facts' in decision ? formatRate(decision.facts.vatRate) : null,
      eco: 'facts' in decision ? formatUnitPrice(decision.facts.ecoContributionNet) : null,
      attributes: Object.keys(line.attributes).length,
      problems: problems.map(problemSentence),
    })),
    ceilings: opening.ceilings,
    mayRun: isAllowed(user.roles, 'contract.run'),
  };
});

export const action = writer('contract.run', ({ db, user, params, form, now, platform }) => {
  const read = readForm(form, openingSchema);
  const whole = contractOf(db, params['id']);
  if (!('value' in read)) return refused(Object.values(read.problems), read.typed);
  const { mode, effectiveOn, digest } = read.value;
  const outcome = write(db, (tx) => {
    const current = contractOf(tx, whole.contract.id);
    // Sent twice: the catalogue is open already.
    if (current.contract.lotId !== null) return { accordCadreId: current.accordCadreId ?? '' };
    const opening = openingOf(tx, current, readBlanks(form));
    const { ceilings, unreadable } = readCeilings(form, opening.ceilings);
    const reasons = openingRefusals({
      ...current.contract,
      maximumNet: current.maximumNet,
      effectiveOn,
      refusedLines: opening.decisions.filter(({ kind }) => kind !== 'created').map(({ line }) => line.reference ?? ''),
      sameAsShown: opening.digest === digest,
      ceilings,
      unreadable,
    });
    if (reasons.length > 0) return { reasons };
    const by = { userId: user.id, now, demonstration: platform.demonstration };
    const chosen = {
      mode,
      effectiveOn,
      ceilings: ceilings.map(({ communeId, maximumNet }) => ({ communeId, maximumNet })),
    };
    return { accordCadreId: openCatalogue(tx, current, opening, chosen, by) };
  });
  if ('reasons' in outcome) return refused(outcome.reasons, typedOf(form));
  return redirectSaying(
    `/accords-cadres/${outcome.accordCadreId}`,
    'Le catalogue est ouvert\u202f: les communes identifiées peuvent commander.',
  );
});

export default function CatalogueOpeningPage() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <article>
      <ContractHead title="Ouvrir le catalogue" contract={shown}>
        {shown.title}, {shown.holder}.
      </ContractHead>
      <OpeningLines shown={shown} />
      <CatalogueOpening shown={shown} reasons={answer?.reasons} typed={answer?.typed ?? {}} />
    </article>
  );
}
