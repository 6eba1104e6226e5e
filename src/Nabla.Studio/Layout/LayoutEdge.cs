namespace Nabla.Studio;

/// <summary>The border of a group that an item belongs to.</summary>
internal enum LayoutEdge
{
    None,
    Top,
    Bottom,
}
