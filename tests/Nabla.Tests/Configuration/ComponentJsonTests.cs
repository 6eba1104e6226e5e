using System.Text.Json;
using Nabla.Tests.Layers;
using static Nabla.Tests.Configuration.OwnComponents;

namespace Nabla.Tests.Configuration;

public sealed class ComponentJsonTests
{
    [Fact]
    public void OnesOwnLayerIsOneAttribute()
    {
        LayerCheck.Run(() => new Scale(0.5) { Name = "half" }, [4, 3], [4, 3]);
        Assert.Equal(
            """{"type":"test_scale","version":2,"factor":0.5,"name":"half","trainable":true}""",
            ComponentJson.Write(new Scale(0.5) { Name = "half" }));
        Assert.Equal(0.5, ComponentJson.Read<Scale>("""{"type":"test_scale","version":1,"factor":0.5}""").Factor);
        Assert.Equal(
            Reduction.Sum, Assert.IsType<Quartic>(Again<Loss>(new Quartic { Reduction = Reduction.Sum })).Reduction);
    }

    [Fact]
    public void ConfigurationIsReadable()
    {
        Assert.Equal(
            """
            {"type":"dense","version":1,"units":3,"activation":"relu","useBias":true,
            """ + """
            "kernelInitializer":{"type":"glorot_uniform","version":1},
            """ + """
            "biasInitializer":{"type":"zeros","version":1},"trainable":true}
            """,
            ComponentJson.Write(new Dense(3, Activation.Relu)));
        Assert.Equal(
            """
            {"type":"sequential","version":1,"name":"m","trainable":true,"seed":7,
            """ + """
            "layers":[{"type":"flatten","version":1,"trainable":false}]}
            """,
            ComponentJson.Write(new Sequential(new Flatten { Trainable = false }) { Name = "m", Seed = 7 }));
    }

    [Fact]
    public void EveryTypeOfValueComesBack()
    {
        var written = new Everything(
            true, int.MinValue, long.MaxValue, 0.1f, -0.0, "\"ü\n\u0001", Mood.Wild,
            [1, -2], [0.1, null, double.NaN], [2, 0], [3, 5], Padding.Same.With(PaddingMode.Reflect),
            DType.UInt8, Activation.LeakyRelu(0.2),
            new Dense(2), [new Flatten(), new Sequential(new Dense(1))],
            new Dictionary<string, Loss> { ["b"] = new CrossEntropy(0.1), ["a"] = new MeanSquaredError() },
            new Note("n"),
            limit: null, remark: null, other: null, highest: float.NegativeInfinity);

        Everything read = Again(written);
        Assert.Equal(ComponentJson.Write(written), ComponentJson.Write(read));
        Assert.Equal((true, int.MinValue, long.MaxValue, 0.1f), (read.Flag, read.Count, read.Seed, read.Rate));
        Assert.True(double.IsNegative(read.Share));
        Assert.Equal(("\"ü\n\u0001", Mood.Wild, DType.UInt8), (read.Title, read.Mood, read.DType));
        Assert.Equal([1, -2], read.Sizes);
        Assert.Equal([0.1, null, double.NaN], read.Shares);
        Assert.Equal([2, 0], read.Shape);
        Assert.Equal([3, 5], read.Window);
        Assert.Equal(Padding.Same.With(PaddingMode.Reflect), read.Padding);
        Assert.Equal("leaky_relu(0.2)", read.Activation.Name);
        Assert.Equal(2, Assert.IsType<Dense>(read.Inner).Units);
        Assert.IsType<Sequential>(read.Parts[1]);
        Assert.Equal(0.1, Assert.IsType<CrossEntropy>(read.Losses["b"]).LabelSmoothing);
        Assert.Equal(new Note("n"), read.Note);
        Assert.Null(read.Limit);
        Assert.Null(read.Remark);
        Assert.Null(read.Initializer);
        Assert.Null(read.Other);
        Assert.Equal(float.NegativeInfinity, read.Highest);
    }

    [Fact]
    public void WhatIsMissingTakesItsDefault()
    {
        var dense = ComponentJson.Read<Dense>("""{"version":1,"units":3,"type":"dense","activation":null}""");
        Assert.Equal((3, "linear", true, true), (dense.Units, dense.Activation.Name, dense.UseBias, dense.Trainable));
        Assert.IsType<GlorotUniform>(dense.KernelInitializer);
        Assert.Null(dense.Name);
    }

    [Theory]
    [InlineData("""{"type":"system.process","version":1}""", "the layer 'system.process' is unknown")]
    [InlineData("""{"type":"dense","version":2,"units":3}""", "version 2 where this program knows versions 1 to 1")]
    [InlineData("""{"type":"dense","version":0,"units":3}""", "version 0")]
    [InlineData("""{"version":1,"units":3}""", "a type and a version")]
    [InlineData("""{"type":7,"version":1}""", "a type and a version")]
    [InlineData("[]", "expected a layer, an object with a type and a version, but got []")]
    [InlineData("{", "JSON")]
    [InlineData("""{"type":"dense","version":1}""", "units: expected a whole number but it is missing")]
    [InlineData("""{"type":"dense","version":1,"units":3,"unitz":3}""",
        "unitz: the layer 'dense' has no such member; it has units, activation,")]
    [InlineData("""{"type":"dense","version":1,"units":3,"units":3}""", "the member 'units' is there twice")]
    [InlineData("""{"type":"dense","version":1,"units":3,"useBias":"no"}""",
        "useBias: expected true or false but got \"no\"")]
    [InlineData("""{"type":"dense","version":1,"units":99999999999}""",
        "units: expected a whole number from -2147483648")]
    [InlineData("""{"type":"dense","version":1,"units":2.5}""", "units: expected a whole number but got 2.5")]
    [InlineData("""{"type":"dense","version":1,"units":0}""", "units ('0')")]
    [InlineData("""{"type":"dense","version":1,"units":3,"name":"\ud800"}""", "name: the text is not valid Unicode")]
    [InlineData("""{"type":"dense","version":1,"units":3,"\ud800":1}""", "not valid Unicode")]
    [InlineData("""{"type":"dropout","version":1,"rate":1e999}""", "rate: expected a number but got 1e999")]
    [InlineData("""{"type":"dropout","version":1,"rate":"NaN"}""", "rate of 0 or more")]
    public void WhatIsWrongIsRefused(string json, string expected)
    {
        Assert.Contains(expected, Assert.Throws<JsonException>(() => ComponentJson.Read<Layer>(json)).Message);
        string inside = $$"""{"type":"sequential","version":1,"layers":[{"type":"flatten","version":1},{{json}}]}""";
        string message = Assert.Throws<JsonException>(() => ComponentJson.Read<Layer>(inside)).Message;
        Assert.Contains(expected, message[(message.StartsWith("layers[1]", StringComparison.Ordinal) ? 9 : 0)..]
            .TrimStart('.', ':', ' '));
    }

    [Fact]
    public void TheMessageNamesThePlace() => Assert.Equal(
        "layers[2].units: expected a whole number but got \"x\"",
        Assert.Throws<JsonException>(() => ComponentJson.Read<Model>("""
            {"type":"sequential","version":1,"layers":[
            {"type":"flatten","version":1},{"type":"flatten","version":1},{"type":"dense","version":1,"units":"x"}]}
            """)).Message);

    [Fact]
    public void EachFamilyHasItsOwnKinds()
    {
        Assert.Contains("the loss 'dense' is unknown", Assert.Throws<JsonException>(
            () => ComponentJson.Read<Loss>("""{"type":"dense","version":1,"units":3}""")).Message);
        Assert.Contains("expected a Model but got the layer 'dense'", Assert.Throws<JsonException>(
            () => ComponentJson.Read<Model>("""{"type":"dense","version":1,"units":3}""")).Message);
        Assert.Contains("no family", Assert.Throws<NotSupportedException>(
            () => ComponentJson.Read<Version>("{}")).Message);
    }

    [Fact]
    public void AClassWithoutAttributeCannotBeWritten()
    {
        string message = Assert.Throws<NotSupportedException>(() => ComponentJson.Write(new Nameless())).Message;

        // Without the generator the attribute alone does nothing, and the reader looks at it in vain.
        Assert.Contains("put [Component(\"…\")]", message);
        Assert.Contains("Nabla.Generators", message);
    }

    [Fact]
    public void WhatCanBeWrittenCanBeRead()
    {
        const int Deepest = ComponentJson.MaximumDepth / 2;
        string text = ComponentJson.Write(Nested(Deepest));
        Assert.Equal(text, ComponentJson.Write(ComponentJson.Read<Layer>(text)));

        Assert.Contains(
            "more than 1000 levels", Assert.Throws<InvalidOperationException>(
                () => ComponentJson.Write(Nested(Deepest + 1))).Message);
        string deeper = $$"""{"type":"sequential","version":1,"layers":[{{text}}]}""";
        Assert.Contains(
            "1000 levels", Assert.Throws<JsonException>(() => ComponentJson.Read<Layer>(deeper)).Message);
    }

    private static Sequential Nested(int depth)
    {
        var model = new Sequential();
        for (int i = 1; i < depth; i++)
        {
            model = new Sequential { model };
        }

        return model;
    }

    private static T Again<T>(T component) where T : class => ComponentJson.Read<T>(ComponentJson.Write(component));
}
