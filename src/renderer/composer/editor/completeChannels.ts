import { type Completion, type CompletionSource, pickedCompletion } from '@codemirror/autocomplete';
import { type Channel, channels } from '../../../shared/models/entry.ts';
import { fold } from '../../../shared/rules/fold.ts';
import { channelNames } from '../../ui/channels.ts';

/**
 * Completes `/call` on a line of its own: choosing takes the words away and sets the channel. It stays out of the way
 * of a line that merely begins with a slash, for a line with anything else on it offers nothing.
 */
export function completeChannels(choose: (channel: Channel) => void): CompletionSource {
  return (context) => {
    const typed = context.matchBefore(/^\/[\p{L} ]{0,20}$/u);
    if (!typed || typed.to !== context.state.doc.lineAt(context.pos).to) return null;
    const wanted = fold(typed.text.slice(1));
    const options = channels
      .filter((channel) => wordsOf(channel).some((word) => word.startsWith(wanted)))
      .map((channel) => optionFor(channel, choose));
    return options.length === 0 ? null : { from: typed.from, filter: false, options };
  };
}

function wordsOf(channel: Channel): readonly string[] {
  const name = fold(channelNames[channel]);
  return [name, ...name.split(' ')];
}

function optionFor(channel: Channel, choose: (channel: Channel) => void): Completion {
  return {
    label: channelNames[channel],
    detail: `Alt+${channels.indexOf(channel) + 1}`,
    type: 'channel',
    apply: (view, option, from, to) => {
      view.dispatch({
        changes: { from, to },
        annotations: pickedCompletion.of(option),
        userEvent: 'input.complete',
      });
      choose(channel);
    },
  };
}
