import { type EditorState, type Extension, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import { findMentions, type Mention } from '../../../shared/rules/mentions.ts';

class MentionPill extends WidgetType {
  readonly #mention: Mention;

  constructor(mention: Mention) {
    super();
    this.#mention = mention;
  }

  override eq(other: MentionPill): boolean {
    return other.#mention.name === this.#mention.name && other.#mention.personId === this.#mention.personId;
  }

  toDOM(): HTMLElement {
    const pill = document.createElement('span');
    pill.className = 'mention-pill';
    pill.textContent = this.#mention.name;
    pill.dataset['personId'] = this.#mention.personId;
    return pill;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

interface Pills {
  readonly mentions: readonly Mention[];
  readonly decorations: DecorationSet;
}

const pillsField = StateField.define<Pills>({
  create: readPills,
  update: (pills, transaction) => (transaction.docChanged ? readPills(transaction.state) : pills),
  provide: (field) => [
    EditorView.decorations.from(field, (pills) => pills.decorations),
    // The caret steps over a pill, and one Backspace takes it whole.
    EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
  ],
});

function readPills(state: EditorState): Pills {
  // Offsets in the document count every line end as one, so the text must as well.
  const mentions = findMentions(state.doc.toString());
  const pills = mentions.map((mention) =>
    Decoration.replace({ widget: new MentionPill(mention) }).range(mention.from, mention.to),
  );
  return { mentions, decorations: Decoration.set(pills) };
}

/** Shows each mention as the name it says. What is copied, cut or saved is the Markdown. */
export function mentionPills(): Extension {
  return pillsField;
}

/** The mentions in the document, in order, with offsets into the document. */
export function mentionsIn(state: EditorState): readonly Mention[] {
  return state.field(pillsField).mentions;
}
