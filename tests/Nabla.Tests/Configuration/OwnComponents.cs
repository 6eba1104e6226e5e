using Nabla.Configuration;

namespace Nabla.Tests.Configuration;

/// <summary>Components as users write them, in an assembly of their own.</summary>
internal static class OwnComponents
{
    internal enum Mood
    {
        Calm,
        Wild,
    }

    [Component("test_scale", Version = 2)]
    internal sealed class Scale(double factor) : Layer
    {
        public double Factor { get; } = factor;

        protected override Tensor Call(Tensor x, CallContext context) => x * Factor;
    }

    [Component("test_quartic")]
    internal sealed class Quartic : Loss
    {
        protected override Tensor Elements(Tensor predictions, Tensor targets) => (predictions - targets).Pow(4);
    }

    /// <summary>A parameter of every type that a configuration may have.</summary>
    [Component("test_everything")]
    internal sealed class Everything(
        bool flag,
        int count,
        long seed,
        float rate,
        double share,
        string title,
        Mood mood,
        int[] sizes,
        IReadOnlyList<double?> shares,
        Shape shape,
        Axes<long> window,
        Padding padding,
        DType dtype,
        Activation activation,
        Layer inner,
        IReadOnlyList<Layer> parts,
        IReadOnlyDictionary<string, Loss> losses,
        Note note,
        double? limit = 1.5,
        string? remark = "none",
        Initializer? initializer = null,
        Mood? other = Mood.Wild,
        float highest = float.PositiveInfinity) : Layer
    {
        public bool Flag { get; } = flag;

        public int Count { get; } = count;

        public long Seed { get; } = seed;

        public float Rate { get; } = rate;

        public double Share { get; } = share;

        public string Title { get; } = title;

        public Mood Mood { get; } = mood;

        public IReadOnlyList<int> Sizes { get; } = sizes;

        public IReadOnlyList<double?> Shares { get; } = shares;

        public Shape Shape { get; } = shape;

        public Axes<long> Window { get; } = window;

        public Padding Padding { get; } = padding;

        public DType DType { get; } = dtype;

        public Activation Activation { get; } = activation;

        public Layer Inner { get; } = inner;

        public IReadOnlyList<Layer> Parts { get; } = parts;

        public IReadOnlyDictionary<string, Loss> Losses { get; } = losses;

        public Note Note { get; } = note;

        public double? Limit { get; } = limit;

        public string? Remark { get; } = remark;

        public Initializer? Initializer { get; } = initializer;

        public Mood? Other { get; } = other;

        public float Highest { get; } = highest;

        protected override Tensor Call(Tensor x, CallContext context) => x;
    }

    /// <summary>A value of the user's own that describes itself.</summary>
    internal sealed record Note(string Text) : ISelfDescribing<Note>
    {
        public void WriteConfiguration(ComponentWriter writer) =>
            writer.Write("text", Text, ConfigurationTypes.String);

        public static Note ReadConfiguration(ComponentReader reader) =>
            new(reader.Read("text", ConfigurationTypes.String));
    }

    internal sealed class Nameless : Layer
    {
        protected override Tensor Call(Tensor x, CallContext context) => x;
    }
}
