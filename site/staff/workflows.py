"""Who approves what: the workflows of the sides, and the tree of pages each is the usual one of.

Which one a page really follows is for the page to say: `content.base.approvals`.
"""

from dataclasses import dataclass

from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from content.base.approvals import BOTH, WORKFLOWS
from content.base.choices import SideCode
from content.reserve.models import HomePage
from staff.approving.models import SideApproval
from staff.approving.names import TASKS
from staff.roles import SHARED_LANGUAGE


@dataclass(frozen=True)
class Approval:
    """A tree of pages, the sides whose moderators approve them, and the names this workflow and task once had."""

    language: str
    sides: tuple[SideCode, ...]
    earlier: tuple[str, ...]

    @property
    def workflow(self) -> str:
        return WORKFLOWS[self.sides]

    @property
    def task(self) -> str:
        return TASKS[self.sides]


APPROVALS = (
    Approval("ru", (SideCode.RU,), ("Модерация российской стороны",)),
    Approval("zh-hans", (SideCode.CN,), ("中方审核",)),
    Approval(SHARED_LANGUAGE, BOTH, ("Joint moderation · Совместная модерация · 共同审核",)),
)
NAME_BY_WAGTAIL = "Moderators approval"  # its workflow and its task, made by its migrations


def setup_workflows() -> list[str]:
    """Give every language tree its workflow and retire the one Wagtail made; return what was changed."""
    changes = []
    for approval in APPROVALS:
        changes += _setup(approval)
    return changes + _retire_workflow_of_root()


def _setup(approval: Approval) -> list[str]:
    changes = []
    Workflow.objects.filter(name__in=approval.earlier).update(name=approval.workflow)
    task, _made = SideApproval.objects.get_or_create(
        name=approval.task, defaults={"sides": ",".join(approval.sides)}
    )
    workflow, made = Workflow.objects.get_or_create(name=approval.workflow)
    if made:
        changes.append(f"made workflow {approval.workflow}")
    changes += _use_only(task, workflow)
    for home in HomePage.objects.filter(locale__language_code=approval.language):
        changes += _assign(workflow, home)
    return changes


def _use_only(task: SideApproval, workflow: Workflow) -> list[str]:
    """Make this the one task of a workflow; what waits at another then waits here.

    The new one comes first: a workflow without a next task would publish what waits.
    """
    _step, made = WorkflowTask.objects.get_or_create(
        workflow=workflow, task=task, defaults={"sort_order": 1}
    )
    lines = [f"set approvers of {workflow.name}"] if made else []
    for other in WorkflowTask.objects.filter(workflow=workflow).exclude(task=task):
        other.task.specific.deactivate()
        other.delete()
        lines.append(f"retired a task of {workflow.name}")
    return lines


def _assign(workflow: Workflow, home: HomePage) -> list[str]:
    present = WorkflowPage.objects.filter(page=home.page_ptr).first()
    if present and present.workflow_id == workflow.pk:
        return []
    WorkflowPage.objects.update_or_create(page=home.page_ptr, defaults={"workflow": workflow})
    return [f"{workflow.name}: {home.title}"]


def _retire_workflow_of_root() -> list[str]:
    """Take away what no page of ours follows; what has a history is kept, switched off."""
    ours = [approval.workflow for approval in APPROVALS]
    at_root = WorkflowPage.objects.filter(page=Page.get_first_root_node())
    unused = Workflow.objects.filter(name=NAME_BY_WAGTAIL, workflow_states=None)
    lines = [f"retired workflow {assigned.workflow.name}" for assigned in at_root]
    for assigned in at_root.exclude(workflow__name__in=ours):
        assigned.workflow.deactivate()
    Task.objects.filter(
        name=NAME_BY_WAGTAIL, workflow_tasks__workflow__in=unused, task_states=None
    ).delete()
    unused.delete()
    return lines
