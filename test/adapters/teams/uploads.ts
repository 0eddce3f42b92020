/** The address of the page for handing in a paper that stands in what came back. */
export const pageIn = (came: unknown): string => {
  const [address] = /https?:\/\/[^"\s)]+\/page\/[A-Za-z0-9_-]+/u.exec(JSON.stringify(came)) ?? [];
  if (address === undefined) throw new Error(`no page was given out: ${JSON.stringify(came)}`);
  return address;
};

/** Somebody sends the form of that page with a file, as a browser does. */
export const handIn = (
  address: string,
  answers: Readonly<Record<string, string>>,
  paper: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Response> => {
  const body = new FormData();
  for (const [name, words] of Object.entries(answers)) body.set(name, words);
  body.set('paper', new File([new Uint8Array(paper.bytes)], paper.name));
  return fetch(address, { method: 'POST', body });
};
