"""Who approves what: the workflow of each language tree."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from content.base.choices import SideCode
from content.reserve.models import HomePage
from staff.roles import SHARED_LANGUAGE, role_with


@dataclass(frozen=True)
class Approval:
    """One tree and whose moderators approve it; one approval suffices. Names are in the tree's own language."""

    language: str
    workflow: str
    task: str
    sides: tuple[str, ...]


APPROVALS = (
    Approval("ru", "Модерация российской стороны", "Проверка модератором", (SideCode.RU,)),
    Approval("zh-hans", "中方审核", "审核员审核", (SideCode.CN,)),
    # Read by people of both sides, so named in all three languages.
    Approval(
        SHARED_LANGUAGE,
        "Joint moderation · Совместная модерация · 共同审核",
        "Moderator · Модератор · 审核员",
        (SideCode.RU, SideCode.CN),
    ),
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
    task, made = GroupApprovalTask.objects.get_or_create(name=approval.task)
    moderators = Group.objects.filter(
        name__in=[role_with("moderator").group_name(side) for side in approval.sides]
    )
    if set(task.groups.all()) != set(moderators):
        task.groups.set(moderators)
        changes.append(f"set approvers of {approval.task}")
    workflow, made = Workflow.objects.get_or_create(name=approval.workflow)
    if made:
        changes.append(f"made workflow {approval.workflow}")
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    for home in HomePage.objects.filter(locale__language_code=approval.language):
        changes += _assign(workflow, home)
    return changes


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
