using Xunit;

namespace Bsp.Model.Tests;

public sealed class SeqTests
{
    [Fact]
    public void Sequences_with_equal_items_in_order_are_equal()
    {
        Seq<string> left = ["a", "b"];
        Seq<string> right = ["a", "b"];

        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }
}
