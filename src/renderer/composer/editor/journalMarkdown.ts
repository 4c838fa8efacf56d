import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Class names rather than styles, so that the look stays in the style sheet and follows its tokens. */
const look = tagHighlighter([
  { tag: [tags.heading1, tags.heading2], class: 'md-heading md-heading-large' },
  { tag: tags.heading, class: 'md-heading' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: tags.strikethrough, class: 'md-strikethrough' },
  { tag: tags.quote, class: 'md-quote' },
  { tag: [tags.link, tags.url], class: 'md-link' },
  { tag: tags.monospace, class: 'md-code' },
  { tag: [tags.processingInstruction, tags.contentSeparator], class: 'md-sign' },
]);

/** Markdown as GitHub reads it, gently styled: the signs stay where they are, and step back. */
export function journalMarkdown(): Extension {
  return [markdown({ base: markdownLanguage, completeHTMLTags: false }), syntaxHighlighting(look)];
}
