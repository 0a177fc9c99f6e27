/** The web as bodies reach it: by kit's guarded client, or by a connector that the operator configured. */
package io.spellmesh.runner.web;
