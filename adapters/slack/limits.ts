/** What Slack refuses beyond (platforms.md 3, 7). Characters are UTF-16 units of what is sent, escapes included. */
export const slackLimits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Undocumented: over all blocks of a message, as JSON (bolt-js #2509). Kept in modals and App Home too. */
  characters: 13_200,
  sectionText: 3_000,
  headerText: 150,
  fieldText: 2_000,
  fields: 10,
  elements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  titleText: 24,
  /** Of an image in a message. */
  altText: 2_000,
  privateMetadata: 3_000,
  inputText: 3_000,
  labelText: 2_000,
  options: 100,
  optionText: 75,
  /** `text` beside the blocks; longer ones are cut by Slack. */
  fallbackText: 3_000,
} as const;
