import type { CardAction } from './actions.js';

/** The Adaptive Card that we make: version 1.5, and of it what Teams shows on every device. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly body: readonly Element[];
  readonly actions?: readonly CardAction[];
  readonly msteams: {
    readonly width: 'Full';
    readonly entities?: readonly MentionEntity[];
  };
}

export interface MentionEntity {
  readonly type: 'mention';
  /** As it stands in a text of the card: "<at>Rowan Ellis</at>". */
  readonly text: string;
  readonly mentioned: { readonly id: string; readonly name: string };
}

interface Placed {
  readonly spacing?: 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
  readonly separator?: true;
}

type Colour = 'Default' | 'Good' | 'Attention' | 'Warning' | 'Accent';

export interface TextLook {
  readonly size?: 'Small' | 'Default' | 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: Colour;
  readonly isSubtle?: true;
}

export interface TextRun extends TextLook {
  readonly type: 'TextRun';
  readonly text: string;
  readonly strikethrough?: true;
  readonly underline?: true;
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };
}

/** Each column takes its share of the width. */
export interface Column {
  readonly type: 'Column';
  readonly width: number;
  readonly items: readonly Element[];
}

export type Element =
  | (Placed &
      TextLook & { readonly type: 'TextBlock'; readonly text: string; readonly wrap: true; readonly style?: 'heading' })
  | (Placed & { readonly type: 'RichTextBlock'; readonly inlines: readonly TextRun[] })
  | (Placed & {
      readonly type: 'Container';
      readonly items: readonly Element[];
      readonly style?: 'emphasis' | 'good' | 'attention' | 'warning';
    })
  | (Placed & { readonly type: 'ColumnSet'; readonly columns: readonly Column[] })
  | (Placed & { readonly type: 'ActionSet'; readonly actions: readonly CardAction[] })
  | (Placed & { readonly type: 'Image'; readonly url: string; readonly altText: string; readonly size: 'Stretch' })
  | (Placed & Input);

interface Asked {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly errorMessage?: string;
}

export type Input =
  | (Asked & {
      readonly type: 'Input.Text';
      readonly isMultiline: boolean;
      readonly maxLength: number;
      readonly value?: string;
    })
  | (Asked & {
      readonly type: 'Input.ChoiceSet';
      readonly choices: readonly { readonly title: string; readonly value: string }[];
      readonly style: 'compact' | 'expanded';
      readonly wrap: true;
      readonly placeholder?: string;
      readonly value?: string;
    })
  | (Asked & { readonly type: 'Input.Date'; readonly value?: string })
  | (Asked & { readonly type: 'Input.Time'; readonly value?: string });
