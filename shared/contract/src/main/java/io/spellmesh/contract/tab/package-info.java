/** Browser tabs: what they may ask over the SockJS bridge, and what reaches them beside journal groups. */
package io.spellmesh.contract.tab;
