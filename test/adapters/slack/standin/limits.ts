/** Limits of Slack as documented, and as reported where nothing is documented (bolt-js#2509, #2867). */
export const limits = {
  blocksInMessage: 50,
  blocksInView: 100,
  textObject: 3_000,
  header: 150,
  field: 2_000,
  fields: 10,
  elementsInContext: 10,
  elementsInActions: 25,
  label: 2_000,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  id: 255,
  option: 75,
  optionValue: 150,
  options: 100,
  placeholder: 150,
  title: 24,
  altText: 2_000,
  metadata: 3_000,
  input: 3_000,
  /**
   * All blocks of a message together, with what encloses the words: 13,297 characters of text alone were taken, 11,341
   * in many small blocks were not. So the whole of the blocks is counted as JSON, which is the strictest reading of both.
   */
  messageCharacters: 13_200,
  text: 40_000,
  viewBytes: 250_000,
  stack: 3,
  triggerMs: 3_000,
  postGapMs: 1_000,
  updatesAMinute: 50,
} as const;
