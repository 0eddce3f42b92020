/** A property where there is a value for it, and none at all where there is not: entries leave out what is not there. */
export const given = <K extends string, V>(name: K, value: V | null | undefined): { readonly [P in K]?: V } =>
  value === undefined || value === null ? {} : ({ [name]: value } as { readonly [P in K]: V });
