import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { By, type Actor } from '@waymark/shared/api/actor';
import { Allow, SIGNED_IN } from '@waymark/shared/api/allow';
import { AnswersNothing } from '@waymark/shared/api/answers';
import { IdPath } from '@waymark/shared/api/schema';
import { ChangePassword } from './account.contract';
import { AccountsService } from './accounts.service';
import { PasswordsService } from './passwords.service';

/** One's own account. */
@Controller('account')
export class AccountController {
  constructor(private readonly passwords: PasswordsService) {}

  @Put('password')
  @Allow(SIGNED_IN)
  @AnswersNothing()
  changePassword(@By() actor: Actor, @Body({ schema: ChangePassword }) wish: ChangePassword) {
    return this.passwords.change(actor, wish);
  }
}

/** Other people's accounts. */
@Controller('accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  /** Somebody leaves: signed out everywhere, and not in again. Their roles stay on record. */
  @Put(':id/disabled')
  @Allow('roles:edit')
  @AnswersNothing()
  close(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.accounts.close(actor, id);
  }

  @Delete(':id/disabled')
  @Allow('roles:edit')
  @AnswersNothing()
  open(@By() actor: Actor, @Param({ schema: IdPath }) { id }: IdPath) {
    return this.accounts.open(actor, id);
  }
}
