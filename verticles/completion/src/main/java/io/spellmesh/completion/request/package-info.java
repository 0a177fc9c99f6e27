/** What completions took, and what they cost. What was asked and answered is not written down here. */
package io.spellmesh.completion.request;
