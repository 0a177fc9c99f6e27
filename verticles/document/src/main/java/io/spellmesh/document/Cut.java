package io.spellmesh.document;

import io.spellmesh.contract.document.Documents.NewDocument;
import java.util.List;

/** A document in passages. @param placed where each of them lies */
record Cut(NewDocument document, List<String> passages, Placed placed) {
  Cut {
    passages = List.copyOf(passages);
  }
}
