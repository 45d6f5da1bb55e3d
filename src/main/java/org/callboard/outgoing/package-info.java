/**
 * What is told to other services: signed webhooks, kept until delivered, each once and in order.
 */
package org.callboard.outgoing;
