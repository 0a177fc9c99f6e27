/** What a runner counts of its runs, its journal and its lease, in kit's metrics. */
package io.spellmesh.runner.count;
