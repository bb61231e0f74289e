export { isMessageCode, MESSAGE_CODES, messageOf } from './messages';
export type { Message, MessageCode, MessageFacts } from './messages';
export { eventKeyOf, NOTIFICATION_QUEUE, notificationEvent } from './notification-event';
export type { NotificationEvent, NotificationSubject } from './notification-event';
export { TASK_KIND_CODES, TASK_KINDS, taskKindsOf, taskLink, taskTitle } from './task-kinds';
export type { TaskKind, TaskKindRow, TaskObjectType } from './task-kinds';
export { accountMail, linkMail, newsMail } from './mail/mail-texts';
export type { MailText } from './mail/mail-texts';
