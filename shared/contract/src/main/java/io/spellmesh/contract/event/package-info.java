/** What was said and done. */
package io.spellmesh.contract.event;
