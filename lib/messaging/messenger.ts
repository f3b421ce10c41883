import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Protocol } from './protocol.ts';

/**
 * Sends and hears the messages of {@link Protocol}. Safe for content scripts: nothing but the messenger itself is
 * imported. The background hears through `receive.ts`, which checks sender and data first.
 */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
