// The sections of the national DETR-DSIL form, in its order: what a commune copies, field by field, in whole euros.
import type { Section } from './sections';

/** Numbers are those of the form published on 19 December 2025; `shows` names the figure that the file already holds. */
export const nationalFormSections = {
  nationalApplicant: {
    title: '1.a Demandeur (formulaire DETR-DSIL)',
    fields: [
      {
        id: 'renewal',
        label: 'Nouvelle demande ou renouvellement',
        type: 'choice',
        options: ['Nouvelle demande', 'Renouvellement sans mise à jour', 'Renouvellement avec mise à jour'],
        from: 'asked',
        nationalForm: 'Nature de la demande',
      },
      {
        id: 'earlierFile',
        label: 'Numéro du dossier déposé auparavant, en cas de renouvellement',
        type: 'text',
        from: 'asked',
      },
      { id: 'kind', label: 'Nature du porteur de projet', type: 'text', from: 'known', shows: 'applicant.kind' },
      { id: 'code', label: 'Code Insee (commune) ou SIREN', type: 'text', from: 'known', shows: 'applicant.code' },
      {
        id: 'department',
        label: 'Département du demandeur',
        type: 'text',
        from: 'known',
        shows: 'applicant.department',
      },
      {
        id: 'arrondissement',
        label: 'Arrondissement du demandeur',
        type: 'text',
        from: 'known',
        shows: 'applicant.arrondissement',
      },
      { id: 'epci', label: 'EPCI dont est membre la commune', type: 'text', from: 'known', shows: 'applicant.epci' },
      {
        id: 'function',
        label: 'Fonction du représentant',
        type: 'choice',
        options: ['Maire', 'Président de l’EPCI'],
        from: 'asked',
      },
      { id: 'representative', label: 'Civilité, nom et prénom du représentant', type: 'person', from: 'asked' },
      {
        id: 'delegated',
        label: 'La maîtrise d’ouvrage est déléguée (joindre le SIRET du délégataire et la convention)',
        type: 'yesNo',
        from: 'asked',
      },
    ],
  },
  nationalContact: {
    title: '1.b Personne chargée du suivi',
    fields: [
      { id: 'name', label: 'Nom et prénom', type: 'person', from: 'asked' },
      { id: 'role', label: 'Fonction', type: 'text', from: 'asked' },
      { id: 'phone', label: 'Téléphone', type: 'text', from: 'asked' },
      { id: 'email', label: 'Adresse électronique', type: 'text', from: 'asked' },
      { id: 'secondEmail', label: 'Autre adresse électronique', type: 'text', from: 'asked' },
    ],
  },
  nationalProject: {
    title: '2.a Projet',
    fields: [
      { id: 'title', label: 'Intitulé du projet', type: 'text', from: 'asked', nationalForm: 'Intitulé du projet' },
      {
        id: 'address',
        label: 'Adresse principale du projet (celle de l’école)',
        type: 'text',
        from: 'asked',
      },
      { id: 'presentation', label: 'Présentation du projet', type: 'longText', from: 'asked' },
      { id: 'landPurchase', label: 'Le projet comprend une acquisition foncière', type: 'yesNo', from: 'asked' },
      {
        id: 'works',
        label: 'Le projet comprend des travaux (joindre titre de propriété, plans, programme, devis)',
        type: 'yesNo',
        from: 'asked',
      },
      {
        id: 'zoning',
        label: 'Zonages',
        type: 'choices',
        options: [
          'Quartier prioritaire (QPV)',
          'France ruralités revitalisation (FRR)',
          'Territoires d’industrie',
          'Autre',
        ],
        from: 'asked',
      },
      {
        id: 'contracts',
        label: 'Contrats et programmes',
        type: 'choices',
        options: ['CRTE', 'Petites villes de demain', 'Action cœur de ville', 'Villages d’avenir', 'CPER', 'Autre'],
        from: 'asked',
      },
    ],
  },
  nationalTransition: {
    title: '2.b Transition écologique',
    fields: [
      { id: 'concerned', label: 'Le projet concourt à la transition écologique', type: 'yesNo', from: 'asked' },
      {
        id: 'reasons',
        label: 'Objectifs et raisons (réemploi, sobriété, durée de vie…)',
        type: 'longText',
        from: 'asked',
      },
      { id: 'soil', label: 'Le projet imperméabilise des sols', type: 'yesNo', from: 'asked' },
    ],
  },
  nationalSchedule: {
    title: '2.c Calendrier',
    fields: [
      { id: 'startsOn', label: 'Date de commencement de l’opération', type: 'date', from: 'asked' },
      { id: 'endsOn', label: 'Date prévisionnelle d’achèvement de l’opération', type: 'date', from: 'asked' },
      {
        id: 'firstLegalActOn',
        label: 'Premier bon de commande',
        type: 'date',
        from: 'known',
        shows: 'schedule.firstLegalActOn',
        note: 'Doit suivre la réception de la demande (CGCT, article R. 2334-24).',
      },
    ],
  },
  nationalCost: {
    title: '3.a Coût de l’opération',
    fields: [
      {
        id: 'cost',
        label: 'Coût total de l’opération, en euros HT entiers',
        type: 'wholeEuros',
        from: 'known',
        shows: 'financing.costNet',
        nationalForm: 'Coût total de l’opération (en euros HT)',
        note: 'Dépenses d’investissement seulement.',
      },
      { id: 'revenue', label: 'Le projet va générer des recettes', type: 'yesNo', from: 'asked' },
    ],
  },
  nationalFunding: {
    title: '3.b Aide demandée',
    fields: [
      { id: 'scheme', label: 'Dispositif sollicité', type: 'text', from: 'known', shows: 'scheme.shortName' },
      {
        id: 'category',
        label: 'Catégorie prioritaire du département',
        type: 'text',
        from: 'known',
        shows: 'scheme.category',
      },
      {
        id: 'dsilCategory',
        label: 'Catégorie DSIL',
        type: 'text',
        from: 'known',
        shows: 'scheme.dsilCategory',
      },
      {
        id: 'requested',
        label: 'Montant de l’aide demandée, en euros entiers',
        type: 'wholeEuros',
        from: 'known',
        shows: 'financing.requested',
        nationalForm: 'Montant de l’aide demandée (en euros)',
        note: 'Part propre : 20 % des financements publics au moins (CGCT, article L. 1111-10).',
      },
      {
        id: 'otherAids',
        label: 'Autres aides publiques : financeur, montant, numéro de dossier',
        type: 'table',
        columns: ['Financeur', 'Montant', 'État', 'Numéro'],
        from: 'known',
        shows: 'financing.otherAids',
      },
    ],
  },
  nationalOther: {
    title: '4.a Autres demandes de l’année',
    fields: [
      { id: 'others', label: 'Une autre demande DETR ou DSIL est déposée cette année', type: 'yesNo', from: 'asked' },
      { id: 'rank', label: 'Rang de priorité de celle-ci, de 1 à 10', type: 'count', from: 'asked' },
      { id: 'comment', label: 'Commentaire libre', type: 'longText', from: 'asked' },
    ],
  },
  nationalCommitments: {
    title: '4.b Engagements',
    fields: [
      {
        id: 'notStarted',
        label:
          '1. L’opération n’a pas commencé et ne commencera pas avant la réception de la demande (attestation jointe)',
        type: 'yesNo',
        from: 'asked',
      },
      { id: 'changesTold', label: '2. Toute modification du projet sera signalée', type: 'yesNo', from: 'asked' },
      {
        id: 'published',
        label: '3. Le plan de financement sera publié (CGCT, articles L. 1111-11 et D. 1111-8)',
        type: 'yesNo',
        from: 'asked',
      },
      { id: 'accurate', label: '4. Les renseignements fournis sont exacts', type: 'yesNo', from: 'asked' },
      { id: 'updated', label: '5. En cas de renouvellement, le dossier est à jour', type: 'yesNo', from: 'asked' },
    ],
  },
} as const satisfies Record<string, Section>;
