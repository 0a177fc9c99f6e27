/** What is open to everybody and no part of REST: whether the process lives, and pages for people. */
package io.spellmesh.gateway.site;
