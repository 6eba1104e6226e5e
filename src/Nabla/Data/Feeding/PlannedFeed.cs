namespace Nabla.Data;

/// <summary>The batches of an epoch over a set, as a plan says.</summary>
internal abstract class PlannedFeed(ExampleSpec spec, EpochPlan plan) : BatchFeed
{
    public EpochPlan Plan { get; } = plan;

    /// <summary>The batch that is next; at the end, their number.</summary>
    public int Position { get; private set; } = plan.FirstBatch;

    public override bool IsAtEnd => Position >= Plan.BatchCount;

    public override bool IsLast => Position == Plan.BatchCount - 1;

    public override int Size => Examples.Length;

    public override ExampleSpec Spec { get; } = spec;

    // A map that comes after is set by the set that has it.
    public override BatchTransform? Transform => Plan.Transform;

    public override ReadOnlySpan<int> Examples => Plan.Examples(Position);

    public override void Advance() => Position++;
}
