import { Controller, Get } from '@nestjs/common';
import { Answers, Current, Requires, type CurrentRequest } from '@wir/shared/api';
import { TaskQueries } from './data/task.queries';
import { TaskListDto } from './task.dto';

@Controller('tasks')
export class TasksController {
  constructor(private readonly queries: TaskQueries) {}

  @Get()
  @Requires('task.read')
  @Answers(TaskListDto)
  list(@Current() request: CurrentRequest): Promise<TaskListDto> {
    return this.queries.list(request);
  }
}
