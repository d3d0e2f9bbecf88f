using ClientLedger.Messages;
using ClientLedger.Storage.Secrets;
using ClientLedger.TestKit;

namespace ClientLedger.Tests.Storage.Secrets;

public sealed class TenantSecretsTests
{
    private const int Acme = 1, Globex = 2, NationalId = 1_021, BankAccount = 1_022;

    private static readonly FixedRandom Random = new();
    private static readonly MasterKey Master = new(Enumerable.Repeat((byte)7, 32).ToArray());

    private readonly byte[] wrapped = Master.NewDataKey(Acme, Random);

    private TenantSecrets Secrets => new(Master, Acme, wrapped, Random);

    [Fact]
    public void Reads_what_it_encrypted_and_never_writes_the_same_bytes_twice()
    {
        var first = Secrets.Encrypt(NationalId, "11010519491231002X");
        var second = Secrets.Encrypt(NationalId, "11010519491231002X");

        Assert.NotEqual(first, second);
        Assert.Equal("11010519491231002X", Secrets.Decrypt(NationalId, first));
        Assert.Equal("11010519491231002X", Secrets.Decrypt(NationalId, second));
        Assert.Equal("", Secrets.Decrypt(NationalId, Secrets.Encrypt(NationalId, "")));
    }

    [Fact]
    public void A_value_can_not_be_read_as_another_fields_or_tenants_or_after_an_alteration()
    {
        var bytes = Secrets.Encrypt(NationalId, "11010519491231002X");
        var globex = new TenantSecrets(Master, Globex, Master.NewDataKey(Globex, Random), Random);

        Assert.Null(Secrets.Decrypt(BankAccount, bytes));
        Assert.Null(globex.Decrypt(NationalId, bytes));
        Assert.Null(Secrets.Decrypt(NationalId, bytes.AsSpan(0, 10)));
        bytes[^1] ^= 1;
        Assert.Null(Secrets.Decrypt(NationalId, bytes));
    }

    [Fact]
    public void A_part_of_a_file_can_be_read_at_its_place_alone()
    {
        byte[] plain = [1, 2, 3];
        var bytes = Secrets.EncryptPart("upload 7 0", plain);
        var globex = new TenantSecrets(Master, Globex, Master.NewDataKey(Globex, Random), Random);

        Assert.Equal(plain, Secrets.DecryptPart("upload 7 0", bytes));
        Assert.Null(Secrets.DecryptPart("upload 7 1", bytes));
        Assert.Null(globex.DecryptPart("upload 7 0", bytes));
        Assert.Null(Secrets.Decrypt(NationalId, bytes));
        Assert.Null(Secrets.DecryptPart("", Secrets.Encrypt(0, "x")));
        Assert.Null(new TenantSecrets(Master, Acme, [], Random).DecryptPart("upload 7 0", bytes));
    }

    [Fact]
    public void Hashes_are_stable_and_differ_by_field_tenant_and_purpose()
    {
        var hash = Secrets.Hash(NationalId, "1234");
        var globex = new TenantSecrets(Master, Globex, Master.NewDataKey(Globex, Random), Random);

        Assert.Equal(22, hash.Length);
        Assert.Equal(hash, Secrets.Hash(NationalId, "1234"));
        Assert.NotEqual(hash, Secrets.Hash(BankAccount, "1234"));
        Assert.NotEqual(hash, globex.Hash(NationalId, "1234"));
        Assert.NotEqual(hash, Secrets.Tail(NationalId, "1234"));
    }

    [Fact]
    public void The_tail_of_a_value_is_the_tail_of_its_last_four_characters()
    {
        Assert.Equal(Secrets.Tail(NationalId, "002X"), Secrets.Tail(NationalId, "11010519491231002X"));
        Assert.NotEqual(Secrets.Tail(NationalId, "0021"), Secrets.Tail(NationalId, "11010519491231002X"));
    }

    [Fact]
    public void Without_the_data_key_values_are_unreadable_and_writing_them_is_refused()
    {
        var bytes = Secrets.Encrypt(NationalId, "11010519491231002X");
        var shredded = new TenantSecrets(Master, Acme, default, Random);

        Assert.False(shredded.IsReadable);
        Assert.Null(shredded.Decrypt(NationalId, bytes));
        Assert.Equal("secrets.keyDeleted", Assert.Throws<RefusedException>(() => shredded.Encrypt(NationalId, "1")).Refusal.Code.Code);
        Assert.Equal("secrets.keyDeleted", Assert.Throws<RefusedException>(() => shredded.Hash(NationalId, "1")).Refusal.Code.Code);
        Assert.Equal("secrets.keyDeleted", Assert.Throws<RefusedException>(() => shredded.Tail(NationalId, "1")).Refusal.Code.Code);
        Assert.Equal(Secrets.LogKey, shredded.LogKey);
    }

    [Fact]
    public void Keys_of_log_and_cursors_belong_to_one_tenant_and_one_purpose()
    {
        Assert.Equal(32, Master.LogKey(Acme).Length);
        Assert.NotEqual(Master.LogKey(Acme), Master.LogKey(Globex));
        Assert.NotEqual(Master.LogKey(Acme), Master.CursorKey(Acme));
        Assert.Equal(Master.CursorKey(Acme), Secrets.CursorKey);
    }

    [Fact]
    public void Another_master_key_or_another_tenants_key_is_refused()
    {
        var other = new MasterKey(new byte[32]);

        Assert.Equal("secrets.masterKeyWrong", Assert.Throws<RefusedException>(() => new TenantSecrets(other, Acme, wrapped, Random)).Refusal.Code.Code);
        Assert.Equal("secrets.masterKeyWrong", Assert.Throws<RefusedException>(() => new TenantSecrets(Master, Globex, wrapped, Random)).Refusal.Code.Code);
    }
}
