using Xunit;

namespace Bsp.Model.Tests;

public sealed class SeqTests
{
    [Fact]
    public void Sequences_with_equal_items_in_order_are_equal()
    {
        Seq<string> left = ["a", "b"];
        Seq<string> right = ["a", "b"];

        Assert.True(left.Equals(right));
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
    }

    [Fact]
    public void Order_and_number_of_items_count()
    {
        Seq<string> sequence = ["a", "b"];

        Assert.False(sequence.Equals(["b", "a"]));
        Assert.False(sequence.Equals(["a"]));
        Assert.False(sequence.Equals(null));
    }

    [Fact]
    public void Records_with_equal_sequences_are_equal() =>
        Assert.Equal(new DtNode("/a", new DtProperty("p", "x", 1)), new DtNode("/a", new DtProperty("p", "x", 1)));

    [Fact]
    public void A_sequence_does_not_follow_the_array_it_was_made_of()
    {
        var array = new[] { 1, 2 };
        var sequence = Seq<int>.Of(array);
        array[0] = 3;

        Assert.Equal(1, sequence[0]);
    }

    [Fact]
    public void The_sum_has_the_items_of_both_in_order()
    {
        Seq<int> sum = Seq<int>.Of([1, 2]) + [3];

        Assert.Equal([1, 2, 3], sum);
    }
}
