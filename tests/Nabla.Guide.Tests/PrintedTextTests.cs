namespace Nabla.Guide.Tests;

public sealed class PrintedTextTests
{
    [Theory]
    [InlineData("loss 0.125", "loss 0.127")]
    [InlineData("loss   1.2e-3", "loss 1.3e-3")]
    [InlineData("took … ms", "took 12.5 ms")]
    [InlineData("a\n…\nd", "a\nb\nc\nd")]
    [InlineData("a\n…", "a")]
    [InlineData("-0.50", "-0.51")]
    public void Matches_WhatMayDiffer(string expected, string printed) =>
        Assert.True(PrintedText.Matches(expected.Split('\n'), printed.Split('\n')));

    [Theory]
    [InlineData("loss 0.125", "loss 0.129")]
    [InlineData("loss 0.125", "loss 0.125 ")]
    [InlineData("12 right", "13 right")]
    [InlineData("a", "a\nb")]
    [InlineData("a\n…\nd", "a\nb")]
    [InlineData("0.50", "-0.50")]
    public void Refuses_WhatDiffers(string expected, string printed) =>
        Assert.False(PrintedText.Matches(expected.Split('\n'), printed.Split('\n')));
}
