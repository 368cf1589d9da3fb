"""DOMAIN §4.5: whose export it is must not matter."""

import pytest

from jishi.intake.columns.detect import detect, looked
from jishi.intake.columns.headings import candidates, words

ZENDESK = (
    "Id,Requester,Assignee,Group,Subject,Tags,Status,Priority,Via,Created at,Solved at,Satisfaction Score,"
    "First reply time in minutes,First reply time in minutes within business hours,Reopens"
)
FRESHDESK = (
    "Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,"
    "Closed time,Last update time,Initial response time,First response time (in hrs),Resolution time (in hrs),"
    "Agent interactions,Resolution status,Tags,Survey results,Product"
)
FRESHSERVICE = (
    "Ticket Id,Subject,Requester Name,Status,Priority,Urgency,Impact,Source,Type,Category,Sub-Category,Agent,Group,"
    "Department,Created Time,Due by Time,Resolved Time,Closed Time,Initial Response Time,Resolution Status"
)
JIRA = (
    "Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Creator,Created,Updated,"
    "Last Viewed,Resolved,Due Date,Labels,Custom field (Time to first response),Custom field (Satisfaction rating)"
)
SOBOT = (
    "ticketCode,ticketTitle,ticketContent,ticketLevel,ticketStatus,"
    "ticketTypeName,ticketFrom,dealGroupName,dealUserName,createTime"
)
HUAWEI = "caseNo,title,typeName,status,isUpgraded,priority,origin,suspendAccumulatedTime,dueDate,closedDate,createdDate"
UDESK = "工单编号,主题,描述,状态,优先级,受理客服组,受理客服,客户,创建时间,首次响应时间,解决时间,关闭时间,满意度,标签"
HAND_KEPT = (
    "记录编号,客户（脱敏）,渠道,请求类型,问题描述,部门,负责人,"
    "开始时间,状态,结束时间,时长,备注/异常,优化措施,优化生效日期"
)
REPAIRS = (
    "报修单号,客户姓名,联系电话,报修时间,派单时间,接单时间,出发时间,"
    "到达现场时间,维修完成时间,回访时间,维修工程师,故障现象,是否超时,满意度评分,录入时间"
)
SERVICENOW = (
    "number,incident_state,reopen_count,made_sla,caller_id,opened_at,sys_created_at,"
    "sys_updated_at,contact_type,category,priority,assignment_group,assigned_to,resolved_at,closed_at"
)
CITY = "CASE_ENQUIRY_ID,OPEN_DT,TARGET_DT,CLOSED_DT,OnTime_Status,CASE_STATUS,TYPE,Department,Source"
LOG = "case:concept:name,concept:name,time:timestamp,org:resource,org:group,lifecycle:transition"


def found(headings):
    return detect(looked(headings.split(","), []), {})


def expected(text):
    return dict(pair.split("=", 1) for pair in text.split("|"))


@pytest.mark.parametrize(
    ("headings", "taken"),
    [
        (
            ZENDESK,
            "id=Id|received=Created at|resolved=Solved at|owner=Assignee|team=Group|channel=Via|customer=Requester"
            "|score=Satisfaction Score|contacted_after=First reply time in minutes|reopens=Reopens",
        ),
        (
            FRESHDESK,
            "id=Ticket ID|received=Created time|contacted=Initial response time|resolved=Resolved time"
            "|closed=Closed time|due_resolution=Due by Time|category=Type|channel=Source|owner=Agent"
            "|sla_met=Resolution status|score=Survey results|product=Product",
        ),
        (
            FRESHSERVICE,
            "id=Ticket Id|category=Category|subcategory=Sub-Category|service_type=Type|department=Department"
            "|priority=Priority|customer=Requester Name",
        ),
        (
            JIRA,
            "id=Issue key|received=Created|resolved=Resolved|updated=Updated|due_resolution=Due Date|owner=Assignee"
            "|service_type=Issue Type|contacted_after=Custom field (Time to first response)"
            "|score=Custom field (Satisfaction rating)",
        ),
        (
            SOBOT,
            "id=ticketCode|received=createTime|status=ticketStatus|priority=ticketLevel|channel=ticketFrom"
            "|team=dealGroupName|owner=dealUserName|service_type=ticketTypeName",
        ),
        (HUAWEI, "id=caseNo|received=createdDate|closed=closedDate|due_resolution=dueDate|channel=origin"),
        (
            UDESK,
            "id=工单编号|received=创建时间|contacted=首次响应时间|resolved=解决时间|closed=关闭时间|owner=受理客服"
            "|team=受理客服组|score=满意度|customer=客户",
        ),
        (
            HAND_KEPT,
            "id=记录编号|customer=客户（脱敏）|channel=渠道|category=请求类型|description=问题描述|department=部门"
            "|owner=负责人|received=开始时间|status=状态|closed=结束时间|resolved_after=时长|remark=备注/异常"
            "|measure=优化措施",
        ),
        (
            REPAIRS,
            "id=报修单号|received=报修时间|assigned=派单时间|accepted=接单时间|dispatched=出发时间|arrived=到达现场时间"
            "|resolved=维修完成时间|called_back=回访时间|owner=维修工程师|sla_missed=是否超时|recorded=录入时间",
        ),
        (
            SERVICENOW,
            "id=number|received=opened_at|recorded=sys_created_at|updated=sys_updated_at|status=incident_state"
            "|sla_met=made_sla|team=assignment_group|owner=assigned_to|channel=contact_type|reopens=reopen_count",
        ),
        (
            CITY,
            "id=CASE_ENQUIRY_ID|received=OPEN_DT|due_resolution=TARGET_DT|closed=CLOSED_DT|sla_met=OnTime_Status"
            "|status=CASE_STATUS|category=TYPE|department=Department|channel=Source",
        ),
        (LOG, "id=case:concept:name|activity=concept:name|updated=time:timestamp|owner=org:resource|team=org:group"),
    ],
    ids=[
        "zendesk",
        "freshdesk",
        "freshservice",
        "jira",
        "sobot",
        "huawei",
        "udesk",
        "hand-kept",
        "repairs",
        "servicenow",
        "city",
        "log",
    ],
)
def test_the_columns_of_every_usual_export_are_found_without_a_mapping(headings, taken):
    assert expected(taken).items() <= found(headings).items()


def test_business_hours_and_looks_at_a_ticket_are_not_taken_for_anything():
    for heading in ("First response time (in hrs)", "Resolution time (in hrs)", "Last Viewed", "优化生效日期"):
        assert candidates(heading) == {}


@pytest.mark.parametrize("written", ["受理时间", " 受理时间 ", "＊受理时间：", "受理时间(必填)", "受理 时间"])
def test_signs_around_a_heading_do_not_matter(written):
    assert found(f"工单号,{written}")["received"] == written


def test_case_underscores_and_humps_do_not_matter():
    assert words("OnTime_Status") == words("on time status") == "on time status"
    assert words("ＯＰＥＮ＿ＤＴ") == "open dt"


def test_the_cells_decide_whether_a_time_is_a_moment_or_a_span():
    moments = looked(["响应时间"], [["2026-11-23 9:05"], ["2026-11-23 10:00"]])
    spans = looked(["响应时间"], [["0:25:00"], ["1小时5分"]])
    assert detect(moments, {}) == {"contacted": "响应时间"}
    assert detect(spans, {}) == {"contacted_after": "响应时间"}


def test_a_column_the_mapping_names_is_not_offered_again():
    assert detect(looked(["Created", "Opened"], []), {"closed": "Opened"}) == {
        "closed": "Opened",
        "received": "Created",
    }


def test_a_field_the_mapping_leaves_empty_stays_empty():
    assert detect(looked(["Opened", "Closed"], []), {"closed": ""}) == {"received": "Opened"}
