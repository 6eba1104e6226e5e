namespace Nabla.Architecture.Tests;

/// <summary>One part of the house: the folders that hold it, and the neighbours on its floor that it may use.</summary>
internal sealed record Part(int Floor, string Name, string[] Folders, params string[] Neighbours)
{
    public bool MayUse(Part other) => other.Floor < Floor || other == this || Neighbours.Contains(other.Name);

    public override string ToString() => $"{Name}, floor {Floor}";
}
