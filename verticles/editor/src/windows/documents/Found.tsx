import { useCallback } from 'react';
import { documents } from '../../rest/documents';
import { Listing } from '../listing/Listing';
import { usePages } from '../listing/usePages';

/** What of the documents a search finds, the best first. */
export function Found({ text, store }: { text: string; store: string | undefined }) {
  const ask = useCallback(() => documents.search(text, store), [text, store]);
  const found = usePages(ask);
  const hits = found.pages[0]?.items ?? [];
  return (
    <Listing of={found} isEmpty={hits.length === 0} empty={<><strong>Nothing found</strong>No document that is included has these words, or lies near them.</>}>
      <ol className="found-list" aria-label="What was found">
        {hits.map(({ document, passage, nearness }, at) => (
          <li key={`${document.id}-${at}`}>
            <p className="found-head"><strong>{document.title || 'Without a title'}</strong>
              <span className="muted numbers">{nearness === undefined ? 'by its words' : `nearness ${nearness.toFixed(2)}`}</span></p>
            <p className="found-passage">{passage}</p>
          </li>
        ))}
      </ol>
    </Listing>
  );
}
