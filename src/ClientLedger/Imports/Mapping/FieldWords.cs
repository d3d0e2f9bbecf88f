using System.Collections.Frozen;
using ClientLedger.Fields;

namespace ClientLedger.Imports.Mapping;

/// <summary>A word that heads columns of a field.</summary>
/// <param name="IsOwn">It names the entity too, so that it means this field in any file; otherwise only in files about the entity.</param>
internal sealed record FieldWord(string Entity, string Field, bool IsOwn);

/// <summary>
/// Which headings mean which field: the labels and names of the descriptors, and the words that people and other programs use for them in
/// Chinese and English.
/// </summary>
internal sealed class FieldWords
{
    /// <summary>Entity and field, then words that are its own anywhere, then words that mean it in files about the entity.</summary>
    private static readonly (string Field, string Own, string Bare)[] Usual =
    [
        ("customer.number", "客户编号 客户编码 客户代码 客户号 会员号 会员编号 会员卡号 customerid customerno customernumber customercode accountnumber accountid accountno clientid clientno clientcode memberid custid custno", "编号 编码 代码 id no number code"),
        ("customer.name", "客户名称 客户姓名 客户全称 客户名 公司名称 公司全称 单位名称 企业名称 购货单位 会员姓名 会员名称 公司 客户 customername customer companyname company accountname account clientname client organisationname organizationname organisation organization businessname buyer", "名称 姓名 全称 单位 name fullname"),
        ("customer.shortName", "客户简称 公司简称", "简称 shortname alias"),
        ("customer.kind", "客户性质", "性质"),
        ("customer.type", "客户类型 客户类别 客户分类 customertype accounttype", "类型 类别 type"),
        ("customer.grade", "客户等级 客户级别 客户星级 customergrade customerlevel", "等级 级别 grade level tier rating"),
        ("customer.stage", "客户阶段 客户状态 生命周期 lifecyclestage", "阶段 stage"),
        ("customer.industry", "所属行业 客户行业 industry", "行业 sector"),
        ("customer.source", "客户来源 线索来源 leadsource customersource", "来源 来源渠道 source"),
        ("customer.country", "billingcountry customercountry", "国家 国别 国家地区 country"),
        ("customer.region", "客户地区 所在省份 所在地区 billingstate", "地区 省份 省 省市 省市区 区域 region state province"),
        ("customer.city", "所在城市 billingcity", "城市 市 city town"),
        ("customer.street", "公司地址 客户地址 单位地址 办公地址 注册地址 billingstreet billingaddress", "地址 详细地址 联系地址 通讯地址 address addr street streetaddress address1"),
        ("customer.postalCode", "billingcode billingzip", "邮编 邮政编码 postalcode zip zipcode postcode"),
        ("customer.phones", "客户电话 公司电话 单位电话 customerphone companyphone", "联系电话 电话 手机 手机号 手机号码 移动电话 座机 固定电话 电话号码 联系方式 mobile mobilephone mobileno cellphone cell phone phonenumber phoneno telephone tel officephone workphone"),
        ("customer.emails", "客户邮箱 公司邮箱 customeremail companyemail", "邮箱 电子邮箱 电子邮件 邮件 邮件地址 邮箱地址 email emailaddress mail"),
        ("customer.website", "公司网址 公司网站", "网址 官网 网站 主页 website homepage web url"),
        ("customer.taxNumber", "税号 纳税人识别号 统一社会信用代码 社会信用代码 信用代码 税务登记号 taxid taxnumber taxno vatnumber vatid vat", "vatno"),
        ("customer.nationalId", "", "身份证 身份证号 身份证号码 证件号码 idcard idnumber"),
        ("customer.gender", "", "性别 gender sex"),
        ("customer.birthday", "", "生日 出生日期 出生年月 birthday birthdate dateofbirth dob"),
        ("customer.currency", "", "币种 结算币种 currency"),
        ("customer.creditLimit", "信用额度 授信额度 creditlimit", ""),
        ("customer.paymentTerms", "付款条件 结算方式 paymentterms", "账期"),
        ("customer.bankName", "开户行 开户银行", "bank bankname"),
        ("customer.bankAccount", "银行账号 银行帐号 银行账户 bankaccount", "账号"),
        ("customer.specialRequirements", "特殊要求", ""),
        ("customer.hobbies", "", "爱好 兴趣 兴趣爱好"),
        ("customer.firstCooperationOn", "合作日期 首次合作日期 开始合作时间 customersince", "建档日期"),
        ("customer.nextContactOn", "下次联系日期 下次联系时间 下次跟进时间 下次跟进日期 nextfollowup", ""),
        ("customer.remarks", "客户备注", "备注 说明 remark remarks note notes comment comments description"),
        ("contact.name", "联系人 联系人姓名 联系人名称 主要联系人 首要联系人 contactname contact contactperson primarycontact", "姓名 name fullname"),
        ("contact.jobTitle", "联系人职务 联系人职位 contacttitle", "职位 职务 岗位 title jobtitle position"),
        ("contact.department", "", "部门 department dept"),
        ("contact.phones", "联系人电话 联系人手机 联系人手机号 contactphone contactmobile", "联系电话 电话 手机 手机号 手机号码 mobile mobilephone phone phonenumber telephone tel"),
        ("contact.emails", "联系人邮箱 contactemail", "邮箱 电子邮箱 电子邮件 email emailaddress mail"),
        ("contact.gender", "", "性别 gender sex"),
        ("contact.birthday", "", "生日 出生日期 birthday birthdate dateofbirth"),
        ("contact.remarks", "", "备注 remark remarks note notes description"),
        ("product.number", "产品编号 产品编码 产品代码 商品编号 商品编码 商品代码 货号 物料编码 物料编号 存货编码 产品id 商品id productid productno productcode productnumber stockcode sku itemno itemcode itemnumber itemid partno partnumber", "编号 编码 代码 id no number code"),
        ("product.name", "产品名称 商品名称 品名 货品名称 物料名称 存货名称 产品 商品 productname product itemname item", "名称 name"),
        ("product.category", "产品类别 产品分类 商品分类 商品类别 品类 productcategory", "类别 分类 category categoryname"),
        ("product.brand", "产品品牌", "品牌 brand"),
        ("product.model", "规格型号 产品型号", "型号 规格 model"),
        ("product.unit", "", "单位 计量单位 unit uom quantityperunit usageunit"),
        ("product.price", "标准价格 产品单价 产品价格 listprice standardprice", "单价 价格 售价 unitprice price"),
        ("product.active", "是否在售 productactive", "在售 上架 启用 active"),
        ("product.description", "产品描述 商品描述 productdescription", "描述 说明 description"),
        ("order.number", "订单编号 订单号 单号 销售单号 销售订单号 单据编号 发票号 发票号码 发票编号 交易订单号 orderid orderno ordernumber ordercode invoiceno invoicenumber invoiceid invoice salesorderno salesordernumber sonumber ponumber", "编号 id no number code"),
        ("order.orderedAt", "下单时间 下单日期 订单日期 订单时间 销售日期 单据日期 开票日期 发票日期 购买日期 购买时间 成交日期 orderdate ordertime ordereddate invoicedate purchasedate saledate transactiondate", "日期 时间 交易时间 date time"),
        ("order.amount", "订单金额 订单总额 订单总金额 合计金额 orderamount ordertotal totalamount grandtotal invoiceamount invoicetotal", "金额 总金额 总额 amount total"),
        ("order.currency", "订单币种 ordercurrency", "币种 currency"),
        ("order.state", "订单状态 orderstatus orderstate", "状态 status state"),
        ("order.deliverOn", "交货日期 交付日期 要求交期 deliverydate requireddate", "交期"),
        ("order.remarks", "订单备注", "备注 remark remarks note notes"),
        ("orderLine.number", "明细编号 订单明细编号 lineid orderlineid", ""),
        ("orderLine.quantity", "数量 销售数量 订购数量 购买数量 件数 quantity qty orderquantity orderqty", "units"),
        ("orderLine.unitPrice", "销售单价 成交价 成交单价 sellingprice priceeach", "单价 价格 unitprice price rate"),
        ("orderLine.discount", "折扣金额 优惠金额 discountamount linediscount", "折扣 discount"),
        ("orderLine.unit", "", "单位 计量单位 unit uom"),
        ("orderLine.description", "", "摘要 产品说明 description itemdescription"),
    ];

    private readonly FrozenDictionary<string, FieldWord[]> words;

    /// <summary>The words for a tenant's entities and fields.</summary>
    public FieldWords(LedgerSchema schema)
    {
        var all = new List<(string Key, FieldWord Word)>();
        foreach (var (path, own, bare) in Usual)
        {
            var (entity, field) = (path[..path.IndexOf('.')], path[(path.IndexOf('.') + 1)..]);
            all.AddRange(own.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (HeadingKey.Of(word), new FieldWord(entity, field, true))));
            all.AddRange(bare.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (HeadingKey.Of(word), new FieldWord(entity, field, false))));
        }

        foreach (var entity in schema.Entities)
        {
            foreach (var field in entity.Fields.Where(field => !field.Derived))
            {
                var bare = new FieldWord(entity.Name, field.Name, false);
                all.AddRange(new[] { field.Label.Chinese, field.Label.English, field.Name }.Select(name => (HeadingKey.Of(name), bare)));
                var own = new FieldWord(entity.Name, field.Name, true);
                all.AddRange(new[] { entity.Label.Chinese + field.Label.Chinese, entity.Label.English + field.Label.English, entity.Name + field.Name }.Select(name => (HeadingKey.Of(name), own)));
            }
        }

        words = all.Where(pair => pair.Key.Length > 0).GroupBy(pair => pair.Key, pair => pair.Word)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray());
    }

    /// <summary>The fields that a heading may mean; none for a word that isn't known.</summary>
    public IReadOnlyList<FieldWord> Find(string heading) => words.GetValueOrDefault(HeadingKey.Of(heading)) ?? [];
}
