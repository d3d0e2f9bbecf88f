using ClientLedger.Imports.Files;

namespace ClientLedger.Tests.Imports.Files;

public sealed class ReturnedFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd", "'-2+3+cmd")]
    [InlineData("\tx", "'\tx")]
    [InlineData("-", "'-")]
    [InlineData("'=1", "''=1")]
    [InlineData("''=1", "'''=1")]
    [InlineData("-5", "-5")]
    [InlineData("+86 755-2689 (01)", "+86 755-2689 (01)")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_take_for_a_formula_stands_behind_an_apostrophe_and_comes_back_as_it_was(string cell, string guarded)
    {
        Assert.Equal(guarded, ReturnedFile.Guarded(cell));
        Assert.Equal(cell, ReturnedFile.Unguarded(guarded));
    }

    [Fact]
    public void Only_files_that_we_returned_are_freed_of_guards()
    {
        Assert.Equal("'=1", TableText.Open("name,x\n'=1,2", new() { HeadingsAt = 1 }).Rows().Single()[0]);
        Assert.Equal("=1", TableText.Open("name,未导入原因\n'=1,2", new() { HeadingsAt = 1 }).Rows().Single()[0]);
        Assert.Equal("=1", TableText.Open("name,Why it wasn't imported\n'=1,2", new() { HeadingsAt = 1 }).Rows().Single()[0]);
    }
}
