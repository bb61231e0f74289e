import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import {
  AcceptsFile,
  Answers,
  AnswersFile,
  Current,
  Id,
  ReadsPersonalData,
  Refuses,
  Requires,
  UploadedContent,
  type Answer,
  type CurrentRequest,
  type FileAnswer,
  type UploadedFile,
} from '@wir/shared/api';
import { ReadAttachment } from './acts/read-attachment';
import { RemoveAttachment } from './acts/remove-attachment';
import { UploadAttachment } from './acts/upload-attachment';
import { AttachmentDto, UploadAttachmentDto } from './dto/attachment.dto';

@Controller('applications/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly uploadAttachment: UploadAttachment,
    private readonly readAttachment: ReadAttachment,
    private readonly removeAttachment: RemoveAttachment,
  ) {}

  @Post()
  @Requires('application.edit')
  @AcceptsFile(UploadAttachmentDto)
  @Answers(AttachmentDto, 201)
  @Refuses(
    'application.not-found',
    'application.wrong-state',
    'document.empty',
    'document.too-large',
    'document.type-not-allowed',
    'document.type-mismatch',
    'document.encrypted',
    'document.active-content',
    'document.two-formats',
    'document.archive-unsafe',
    'document.image-too-large',
    'document.too-complex',
    'document.unreadable',
    'document.malware',
    'document.scanner-unavailable',
    'application.too-many-attachments',
  )
  upload(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Body() body: UploadAttachmentDto,
    @UploadedContent() file: UploadedFile,
  ): Promise<Answer<AttachmentDto>> {
    return this.uploadAttachment.execute(request, id, body, file);
  }

  @Get(':attachmentId/content')
  @Requires('application.read')
  @ReadsPersonalData('APPLICATION')
  @AnswersFile('application/pdf', 'image/png', 'image/jpeg')
  @Refuses('application.attachment-not-found')
  content(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Id('attachmentId') attachmentId: string,
  ): Promise<FileAnswer> {
    return this.readAttachment.execute(request, id, attachmentId);
  }

  @Delete(':attachmentId')
  @Requires('application.edit')
  @Answers(null, 204)
  @Refuses('application.not-found', 'application.attachment-not-found', 'application.wrong-state')
  remove(
    @Current() request: CurrentRequest,
    @Id() id: string,
    @Id('attachmentId') attachmentId: string,
  ): Promise<Answer<null>> {
    return this.removeAttachment.execute(request, id, attachmentId);
  }
}
