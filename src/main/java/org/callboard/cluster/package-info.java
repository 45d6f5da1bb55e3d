/**
 * The nodes of one journal: who is a member, what they tell each other, and how far their clocks
 * differ. The only package that names Hazelcast. Nothing is decided here: what a node shows comes
 * from the journal, and a message only spares it a look.
 */
package org.callboard.cluster;
