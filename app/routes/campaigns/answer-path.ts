// Where an answer stands: a commune's own, or the one that the syndicat writes for a commune.

/** Address of the answer that the parameters of a route are about. */
export function answerPath(params: Readonly<Record<string, string | undefined>>): string {
  const campaign = `/campagnes/${params['id']}`;
  return params['commune'] === undefined ? `${campaign}/reponse` : `${campaign}/communes/${params['commune']}`;
}
