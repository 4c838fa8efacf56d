import { autocompletion } from '@codemirror/autocomplete';
import { history } from '@codemirror/commands';
import { EditorView, placeholder } from '@codemirror/view';
import { type RefObject, useEffect, useRef } from 'react';
import type { Channel } from '../../shared/models/entry.ts';
import type { PersonName } from '../../shared/models/person.ts';
import { completeChannels } from './editor/completeChannels.ts';
import { completeMarks } from './editor/completeMarks.ts';
import { completePeople } from './editor/completePeople.ts';
import { completeTags } from './editor/completeTags.ts';
import { dateWordsMark, markDateWords } from './editor/dateWordsMark.ts';
import { journalMarkdown } from './editor/journalMarkdown.ts';
import { markChips } from './editor/markChips.ts';
import { mentionPills } from './editor/mentionPills.ts';
import { trackedRanges } from './editor/trackRanges.ts';
import { writingKeys } from './editor/writingKeys.ts';
import { bodyOf, createWritingState } from './editor/writingState.ts';
import './editor/editor.css';

export interface WritingAreaProps {
  /** What it begins with; afterwards the text is its own, and told by `onChange`. */
  readonly initialBody: string;
  readonly label: string;
  readonly onChange: (body: string) => void;
  readonly onClose: () => void;
  /** Takes the date that is offered. Whether there was one. */
  readonly onTakeDate: () => boolean;
  readonly onChannel: (channel: Channel) => void;
  readonly suggestPeople: (text: string) => Promise<readonly PersonName[]>;
  readonly suggestTags: (text: string) => Promise<readonly string[]>;
  readonly onAddPerson: (view: EditorView, name: string, from: number, to: number) => void;
  /** Words to underline, as offsets into the text. */
  readonly marked: { readonly from: number; readonly to: number } | null;
  readonly view: RefObject<EditorView | null>;
}

/** Where one writes: Markdown kept byte for byte, with `@` for people, `#` for tags and `!` for marks. It takes focus at once. */
export function WritingArea(props: WritingAreaProps) {
  const place = useRef<HTMLDivElement>(null);
  const { view: holder } = props;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!place.current) return;
    const view = createView(place.current, () => latest.current);
    holder.current = view;
    view.focus();
    return () => {
      holder.current = null;
      view.destroy();
    };
  }, [holder]);

  const { marked } = props;
  useEffect(() => {
    holder.current?.dispatch({ effects: markDateWords.of(marked) });
  }, [marked, holder]);

  return <div ref={place} className="writing-area" />;
}

function createView(parent: HTMLElement, now: () => WritingAreaProps): EditorView {
  const { initialBody, label } = now();
  const extensions = [
    history(),
    writingKeys({
      close: () => now().onClose(),
      takeDate: () => now().onTakeDate(),
    }),
    journalMarkdown(),
    mentionPills(),
    markChips(),
    dateWordsMark(),
    trackedRanges(),
    autocompletion({
      override: [
        completePeople({
          suggest: (text) => now().suggestPeople(text),
          addPerson: (view, name, from, to) => now().onAddPerson(view, name, from, to),
        }),
        completeTags((text) => now().suggestTags(text)),
        completeMarks(),
        completeChannels((channel) => now().onChannel(channel)),
      ],
      // The journal answers within a few milliseconds, and a practised hand presses Enter right after the name.
      activateOnTypingDelay: 0,
      interactionDelay: 0,
      defaultKeymap: false,
      icons: false,
      optionClass: (option) => `option-${option.type ?? 'other'}`,
    }),
    placeholder('What passed between you?'),
    EditorView.lineWrapping,
    EditorView.cspNonce.of(styleNonce()),
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'true',
      autocapitalize: 'sentences',
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) now().onChange(bodyOf(update.state));
    }),
  ];
  const state = createWritingState(initialBody, extensions);
  const view = new EditorView({ parent, state });
  view.dispatch({ selection: { anchor: view.state.doc.length } });
  return view;
}

/** The page allows styles that are written at run time by this word only; main puts it into the page. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
