namespace Nabla.Studio.Tests.Layout;

public sealed class LayeredLayoutTests
{
    [Fact]
    public void AChain_IsOneColumn()
    {
        LayoutItem[] items = [.. Enumerable.Range(0, 5).Select(i => new LayoutItem(40 + (10 * i), 20))];
        LayoutLink[] links = [.. items.Zip(items.Skip(1), (upper, lower) => new LayoutLink(upper, lower))];
        new LayeredLayout(items, links).Arrange();

        Assert.All(items, item => Assert.Equal(items[0].X, item.X, 1.0));
        Assert.All(items.Zip(items.Skip(1)), pair => Assert.True(pair.First.Bottom < pair.Second.Y));
    }

    [Fact]
    public void BoxesNeverOverlap_AndLinesRunDown()
    {
        // A made-up graph of sixty items: each takes up to three of those before it.
        LayoutItem[] items =
            [.. Enumerable.Range(0, 60).Select(i => new LayoutItem(30 + (i * 37 % 90), 20 + (i * 11 % 30)))];
        LayoutLink[] links =
        [
            .. Enumerable.Range(1, 59).SelectMany(i => new[] { i * 7 % i, i * 13 % i, i - 1 - (i * 5 % Math.Min(i, 4)) }
                .Distinct().Select(from => new LayoutLink(items[from], items[i]))),
        ];
        var layout = new LayeredLayout(items, links);
        layout.Arrange();

        for (int i = 0; i < items.Length; i++)
        {
            Assert.InRange(items[i].X, items[i].Width / 2 - 1e-6, layout.Width - (items[i].Width / 2) + 1e-6);
            Assert.InRange(items[i].Bottom, 0, layout.Height + 1e-6);
            for (int j = i + 1; j < items.Length; j++)
            {
                Assert.False(Overlap(items[i], items[j]), $"{i} and {j} overlap");
            }
        }

        Assert.All(links, link => Assert.True(link.From.Bottom < link.To.Y));

        // No line passes through a box: along a row it has a place of its own.
        Assert.All(links.SelectMany(link => link.Bends), bend =>
            Assert.DoesNotContain(items, item => Overlap(bend, item)));
    }

    [Fact]
    public void CrossingLines_AreUntangled()
    {
        LayoutItem[] upper = [.. Enumerable.Range(0, 6).Select(_ => new LayoutItem(30, 20))];
        LayoutItem[] lower = [.. Enumerable.Range(0, 6).Select(_ => new LayoutItem(30, 20))];
        LayoutLink[] links = [.. upper.Index().Select(entry => new LayoutLink(entry.Item, lower[5 - entry.Index]))];
        new LayeredLayout([.. upper, .. lower], links).Arrange();

        Assert.All(links, link => Assert.Equal(link.From.X, link.To.X, 1e-6));
    }

    private static bool Overlap(LayoutItem a, LayoutItem b) =>
        Math.Abs(a.X - b.X) < ((a.Width + b.Width) / 2) - 1e-6 && a.Y < b.Bottom - 1e-6 && b.Y < a.Bottom - 1e-6;
}
