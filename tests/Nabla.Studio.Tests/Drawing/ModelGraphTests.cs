namespace Nabla.Studio.Tests.Drawing;

public sealed class ModelGraphTests
{
    [Fact]
    public void LayersThatFollowOneAnother_AreAChain()
    {
        ModelGraph graph = ModelGraph.Of(Built(new Sequential
        {
            new Flatten(), new Dense(4, Activation.Relu), new Dropout(0.5f), Activation.Tanh, new Dense(2),
        }, 2, 3));

        Assert.Equal(
            ["Input", "Flatten", "Dense", "Dropout", "Tanh", "Dense", "Output"], graph.Nodes.Select(node => node.Kind));
        Assert.Equal(graph.Nodes.Count - 1, graph.Edges.Count);
        Assert.All(graph.Edges.Index(), entry => Assert.Equal(graph.Nodes[entry.Index + 1].Id, entry.Item.To));
        Assert.Equal([2L, 3L], graph.Nodes[0].OutputShape);
        Assert.Equal([4L], graph.Nodes[2].OutputShape);
        Assert.Equal((6 * 4) + 4, graph.Nodes[2].ParameterCount);
        Assert.Empty(graph.Groups);
    }

    [Fact]
    public void AWayAround_JoinsInTheLayerThatAdds()
    {
        ModelGraph graph = ModelGraph.Of(Built(
            new Sequential { new Dense(3), new Branches(new Sequential { new Dense(3), new Dense(3) }) }, 3));

        ModelNode join = Assert.Single(graph.Nodes, node => node.Role == ModelNodeRole.Join);
        Assert.Equal(("Add", "1"), (join.Kind, join.Group));
        Assert.Equal(["0", "1.inner.1"], SourcesOf(graph, join.Id));
        Assert.Equal([join.Id], SourcesOf(graph, "output"));
        Assert.Equal(["1", "1.inner"], graph.Groups.Select(group => group.Id));
        Assert.Equal("1", graph.Groups[1].Parent);
    }

    [Fact]
    public void ALayerCalledAgain_IsANodeOfItsOwnWithoutParameters()
    {
        ModelGraph graph = ModelGraph.Of(Built(new Sequential { new Branches(new Dense(3), twice: true) }, 3));

        ModelNode again = Assert.Single(graph.Nodes, node => node.Role == ModelNodeRole.Shared);
        Assert.Equal(0, again.ParameterCount);
        Assert.Equal(["0.inner"], SourcesOf(graph, again.Id));
        Assert.Equal(["input", again.Id], SourcesOf(graph, "0.result"));
    }

    [Fact]
    public void AModelCalledAgain_IsDrawnClosed()
    {
        var inner = new Sequential { new Dense(3), new Branches(new Dense(3)), new Dense(3) };
        ModelGraph graph = ModelGraph.Of(Built(new Sequential { new Branches(inner, twice: true) }, 3));

        ModelNode again = Assert.Single(graph.Nodes, node => node.Role == ModelNodeRole.Shared);
        Assert.Equal("Sequential", again.Kind);
        Assert.Equal(["0.inner.2"], SourcesOf(graph, again.Id));
        Assert.Equal(["input", again.Id], SourcesOf(graph, "0.result"));
        Assert.Single(graph.Nodes, node => node.Kind == "Dense" && node.Name == "2");
    }

    [Fact]
    public void AModelOfAnyArrangement_ShowsAllItsInputsAndResults()
    {
        var shared = new Dense(2);
        Symbol left = Symbol.Input(3), right = Symbol.Input(3);
        Symbol difference = left.Then(shared) - right.Then(shared);
        var model = new Functional([left, right], [difference.Then(new Dense(1)), difference]);
        model.Build();

        ModelGraph graph = ModelGraph.Of(model);

        Assert.Equal(["input 0", "input 1"], graph.Nodes.Where(n => n.Role == ModelNodeRole.Input).Select(n => n.Id));
        ModelNode again = Assert.Single(graph.Nodes, node => node.Role == ModelNodeRole.Shared);
        Assert.Equal(["input 1"], SourcesOf(graph, again.Id));
        ModelNode subtract = Assert.Single(graph.Nodes, node => node.Kind == "Subtract");
        Assert.Equal(["0", again.Id], SourcesOf(graph, subtract.Id));
        Assert.Equal([subtract.Id], SourcesOf(graph, "output 1"));
    }

    [Fact]
    public void ADepth_ClosesWhatIsDeeper()
    {
        Sequential model = Built(new Sequential { new Sequential { new Dense(3), new Dense(2) }, new Dense(1) }, 3);

        ModelGraph closed = ModelGraph.Of(model, depth: 1);

        Assert.Equal(["Input", "Sequential", "Dense", "Output"], closed.Nodes.Select(node => node.Kind));
        Assert.Equal(12 + 8, closed.Nodes[1].ParameterCount);
        Assert.Empty(closed.Groups);
        Assert.Equal(3, closed.Edges.Count);
        Assert.Single(ModelGraph.Of(model).Groups);
    }

    [Fact]
    public void AModelWithoutParameters_IsRefusedWithAdvice()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => ModelGraph.Of(new Sequential { new Dense(1) }));

        Assert.Contains("create them with Build", exception.Message);
    }

    [Fact]
    public void DrawingChangesNoWeights()
    {
        Sequential model = Built(new Sequential { new Dense(3), new Dropout(0.5f) }, 2);
        string before = model.WeightsSha256();

        ModelGraph.Of(model);

        Assert.Equal(before, model.WeightsSha256());
    }

    internal static Sequential Built(Sequential model, params Shape shape)
    {
        model.Build(shape);
        return model;
    }

    private static IEnumerable<string> SourcesOf(ModelGraph graph, string id) =>
        graph.Edges.Where(edge => edge.To == id).Select(edge => edge.From);
}
