import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { goTo } from '../app/hashPlace.ts';
import { usePageAddress } from '../app/usePageAddress.ts';
import { CompletionList, completionOptionId } from './CompletionList.tsx';
import type { CompletionOption } from './completion.ts';
import { HitList, hitOptionId } from './HitList.tsx';
import { type Hit, hitHref, hitId, hitRows, hitsOf } from './hitRows.ts';
import { NothingFound } from './NothingFound.tsx';
import { QueryField } from './QueryField.tsx';
import { colourQuery } from './queryColours.ts';
import { SearchGuide } from './SearchGuide.tsx';
import styles from './SearchPage.module.css';
import { SearchSummary } from './SearchSummary.tsx';
import { readSearchAddress, type SearchAddress, searchHref } from './searchAddress.ts';
import { sayEntryCount, sayPeopleCount } from './searchWords.ts';
import { useCompletion } from './useCompletion.ts';
import { useSearchAnswer } from './useSearchAnswer.ts';
import { useSearchKeys } from './useSearchKeys.ts';
import { useSpokenAnswer } from './useSpokenAnswer.ts';

/** Finds anybody, and anything that was written, at every key. */
export function SearchPage() {
  const listId = useId();
  const address = usePageAddress(readSearchAddress, searchHref);
  const { text, mode, opened } = address.value;
  const { shown, isCurrent, error, readMore } = useSearchAnswer(text, mode);
  const hits = shown ? hitsOf(shown) : [];
  const [chosen, setChosen] = useState<number | null>(null);
  // Coming back from a hit, it is selected again until something else is.
  const selected = opened === null ? chosen : indexOfHit(hits, opened);
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [typed, setTyped] = useState(0);
  const completion = useCompletion(text, caret, typed);
  const [markLeft, setMarkLeft] = useState(0);
  const spoken = useSpokenAnswer(shown, isCurrent);

  // With the text, not a frame later: the next key may be faster, and would then be written elsewhere.
  const caretToPut = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caretToPut.current === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(caretToPut.current, caretToPut.current);
    caretToPut.current = null;
  });

  // Whoever comes here comes to type.
  useEffect(() => input.current?.focus(), []);

  const ask = (next: Partial<SearchAddress>) => {
    setChosen(null);
    address.set((now) => ({ text: now.text, mode: 'typing', opened: null, ...next }));
  };
  const type = (next: string, at: number) => {
    setCaret(at);
    setTyped((count) => count + 1);
    ask({ text: next });
  };
  /** Puts text into the field from elsewhere, with the caret where typing goes on. */
  const write = (next: string, at = next.length) => {
    type(next, at);
    caretToPut.current = at;
  };
  const accept = (option?: CompletionOption) => {
    const done = completion.accept(option);
    if (done) write(done.text, done.caret);
  };
  const open = (hit: Hit) => {
    address.setNow({ text, mode, opened: hitId(hit) });
    goTo(hitHref(hit));
  };
  const select = (index: number | null) => {
    if (opened !== null) address.set((now) => ({ ...now, opened: null }));
    setChosen(index);
  };
  const onKeyDown = useSearchKeys({
    completion,
    hitCount: hits.length,
    selected,
    isEmpty: text === '',
    onAccept: () => accept(),
    onSelect: select,
    onOpen: (index) => hits[index] && open(hits[index]),
    onRun: () => text.trim() !== '' && ask({ mode: 'best' }),
    onClear: () => write(''),
  });
  const onNearEnd = useCallback(() => readMore(), [readMore]);

  const isFound = hits.length > 0;
  const completionId = `${listId}completion`;
  const completionOption = idOf(completion.active, (index) => completionOptionId(completionId, index));
  const hitOption = idOf(selected, (index) => hitOptionId(listId, index));
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1 className="visually-hidden" tabIndex={-1}>
          Search
        </h1>
        <search className={styles['search']}>
          <QueryField
            text={text}
            segments={colourQuery(text, shown?.parts ?? [], shown?.askedText ?? '')}
            onChange={type}
            onCaret={setCaret}
            onKeyDown={onKeyDown}
            onBlur={completion.dismiss}
            onClear={() => write('')}
            listId={completion.isOpen ? completionId : listId}
            activeId={completion.isOpen ? completionOption : hitOption}
            isExpanded={completion.isOpen || isFound}
            inputRef={input}
            markAt={completion.isOpen ? completion.from : null}
            onMark={setMarkLeft}
          />
          {completion.isOpen && (
            <CompletionList
              id={completionId}
              options={completion.options}
              active={completion.active}
              left={markLeft}
              onChoose={accept}
            />
          )}
        </search>
        {shown && (
          <SearchSummary
            answer={shown}
            isFound={isFound}
            onWrite={write}
            onOrder={(order) => ask({ mode: order })}
          />
        )}
        {error && <p className={styles['error']}>{error.message}</p>}
        <p role="status" className="visually-hidden">
          {spoken}
        </p>
      </header>
      {text.trim() === '' && <SearchGuide onTry={write} />}
      {shown && !isFound && isCurrent && <NothingFound answer={shown} onWrite={write} />}
      {shown && isFound && (
        <HitList
          id={listId}
          rows={hitRows(hits, {
            people: sayPeopleCount(shown.people.length),
            entries: sayEntryCount(shown.count),
          })}
          hitCount={hits.length}
          selected={selected}
          question={`${shown.mode} ${shown.askedText}`}
          onOpen={open}
          onNearEnd={onNearEnd}
        />
      )}
    </div>
  );
}

function indexOfHit(hits: readonly Hit[], id: string): number | null {
  const index = hits.findIndex((hit) => hitId(hit) === id);
  return index < 0 ? null : index;
}

function idOf(index: number | null, id: (index: number) => string): string | undefined {
  return index === null ? undefined : id(index);
}
